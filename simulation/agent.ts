import { v7 as uuidv7 } from 'uuid'
import type { FakeClock } from '../src/main/core/testing/fake-clock.ts'
import { PRACTICE_APP_BEARER } from '../src/main/practice/api/activity.ts'
import { between, pick } from '../src/main/practice/seeded-random.ts'
import type { World } from '../src/main/practice/world.ts'
import type { XApi } from '../src/main/practice/x-api.ts'
import type { OutboxRow } from '../src/shared/contract/rows.ts'
import type { Port } from '../src/shared/contract/frames.ts'
import { CoreClient } from '../src/shared/core-client.ts'
import { conversationKey, directConversationId } from '../src/shared/domain/ids.ts'
import type { Machine } from './machine.ts'
import { SIMULATED_API } from './network.ts'

/** A reply that the agent sent off, and what came of it as far as the agent was told. */
export interface Asked {
  readonly commandId: string
  readonly conversation: string
  readonly text: string
  outboxId: string | null
  /** The agent took it back or threw it away. */
  withdrawn: boolean
  /** Written for later: it waits without holding up others. */
  scheduled: boolean
  /** How often the agent, asked about it, said: send it again. */
  repeats: number
}

export interface AgentOptions {
  readonly world: World
  readonly api: XApi
  readonly random: () => number
  readonly machine: Machine
  readonly time: FakeClock
  readonly note: (what: string) => void
  /** Whether there is a campaign whose codes the agent gives. */
  readonly givesCodes: boolean
}

/** The person at the console: everything goes through the commands that the screen uses. */
export interface Agent {
  readonly asked: readonly Asked[]
  /** Every text of a draft that the core has confirmed. */
  readonly drafts: readonly { readonly conversation: string; readonly text: string }[]
  /** Texts typed on x.com itself. */
  readonly elsewhere: readonly string[]
  /** How often X's permission had to be given anew. */
  readonly signIns: number
  signIn(): void
  /** @param windowLives whether the window outlived the core and repeats what was not answered. */
  lost(windowLives: boolean): void
  attach(port: Port): void
  act(): void
  writesOnX(): void
  /** Looks after what waits for a person. @returns whether nothing is under way any more. */
  calmDown(): Promise<boolean>
}

export function createAgent(options: AgentOptions): Agent {
  const { world, api, random, machine, note, givesCodes } = options
  const brandId = world.brand.id
  const asked: Asked[] = []
  const drafts: { conversation: string; text: string }[] = []
  const elsewhere: string[] = []
  /** What was inserted so far. */
  const codes: string[] = []
  let client = new CoreClient(() => uuidv7())
  let count = 0
  let calmPolls = 0
  let signIns = 0
  /** For how many minutes of calm the console has asked for a new sign-in. */
  let askedFor = 0
  /** Whether the account has an app token, and with it the Activity stream. */
  const live = random() < 0.35

  /** Failures of commands are answers like others; a core that dies answers never. */
  const quietly = (work: Promise<unknown>): void => {
    work.catch(() => undefined)
  }
  const conversations = (): string[] => {
    const ids = new Set(
      world
        .events()
        .filter((event) => world.mayRead(brandId, event.conversationId))
        .map((event) => event.conversationId)
    )
    return [...ids].map((id) => conversationKey(brandId, id))
  }
  const someConversation = (): string => {
    const known = conversations()
    if (known.length > 0 && random() < 0.95) return pick(random, known)
    const others = world.users().filter((user) => user.id !== brandId)
    return conversationKey(brandId, directConversationId(brandId, pick(random, others).id))
  }

  /** Answers how far back X should be read: everything, in the end. @returns whether nothing is left to read. */
  const readFurtherBack = async (): Promise<boolean> => {
    const older = await client.ask('sync.backfill', {})
    for (const { id, state } of older) {
      if (state !== 'running') await client.run('sync.chooseBackfill', { account: id, choice: 'all', maxUsd: null })
    }
    return older.length === 0
  }

  const newText = (): string => {
    count += 1
    const kind = random()
    if (kind < 0.1) return `answer ${count} https://shop.example/orders/${count}`
    if (kind < 0.2) return `answer ${count} <b> & "quotes" \n  two lines`
    return `answer ${count}`
  }

  const reply = (): Promise<void> => {
    const conversation = someConversation()
    const earlier = asked.findLast((each) => each.conversation === conversation)
    return sendOff(conversation, earlier !== undefined && random() < 0.15 ? earlier.text : newText())
  }

  const sendOff = async (conversation: string, text: string): Promise<void> => {
    const commandId = uuidv7()
    const entry: Asked = {
      commandId,
      conversation,
      text,
      outboxId: null,
      withdrawn: false,
      repeats: 0,
      scheduled: false
    }
    asked.push(entry)
    note(`agent replies ${JSON.stringify(text)}`)
    const hold = random() < 0.6
    const sendAt = random() < 0.1 ? machine.clockNow() + between(random, 5_000, 600_000) : null
    entry.scheduled = sendAt !== null
    const resolves = random() < 0.2
    const direct = !conversation.includes('-')
      ? null
      : conversation
          .split('/')[1]
          ?.split('-')
          .find((id) => id !== brandId)
    const run =
      direct !== null && direct !== undefined && random() < 0.1
        ? (): Promise<{ outboxId: string }> =>
            client.run('thread.replyTo', { account: brandId, user: direct, text, hold, sendAt }, commandId)
        : (): Promise<{ outboxId: string }> =>
            client.run('thread.reply', { conversation, text, hold, sendAt, resolves }, commandId)
    // A key pressed twice, or two windows: the same command once more.
    if (random() < 0.2) quietly(run())
    const done = await run()
    entry.outboxId = done.outboxId
  }

  const saveDraft = (): Promise<void> => keepDraft(someConversation(), random() < 0.8 ? 'reply' : 'note', '')

  const keepDraft = async (conversation: string, mode: 'reply' | 'note', more: string): Promise<void> => {
    count += 1
    // Too different from any other to count as the same words, mended.
    const text = `${pick(random, ['Dear', 'Hello', 'Thanks', 'Sorry'])} ${String.fromCodePoint(97 + (count % 26)).repeat(30)} ${count}${more}`
    const [before] = await client.ask('thread.draft', { conversation, mode })
    const base = random() < 0.9 ? (before?.revision ?? null) : uuidv7()
    await client.run('thread.saveDraft', { conversation, mode, text, base, revision: uuidv7() })
    drafts.push({ conversation, text })
  }

  /** Inserts a code and sends it, or leaves it in the draft. Now and then one that was kept for somebody else is pasted. */
  const giveCode = async (): Promise<void> => {
    const conversation = someConversation()
    const [campaign] = await client.ask('promos.list', {})
    if (campaign === undefined) return
    const kind = random()
    if (kind < 0.08) {
      note(!campaign.ended ? 'agent ends the campaign' : 'agent goes on with the campaign')
      await client.run(!campaign.ended ? 'promos.end' : 'promos.resume', { campaign: campaign.id })
      return
    }
    if (kind < 0.16) {
      const [held] = await client.ask('promos.held', { conversation })
      if (held === undefined) return
      note('agent revokes a code')
      await client.run('promos.revoke', { codes: [held.codeKey] })
      return
    }
    const pasted = kind < 0.3 ? codes.at(-1) : undefined
    const code = pasted ?? (await client.run('promos.reserve', { conversation, campaign: campaign.id })).code
    codes.push(code)
    count += 1
    if (kind < 0.7) await sendOff(conversation, `answer ${count} with ${code}`)
    else await keepDraft(conversation, 'reply', ` ${code}`)
  }

  const touchOutbox = async (): Promise<void> => {
    const rows = await client.ask('outbox.list', { open: true })
    if (rows.length === 0) return
    const row = pick(random, rows)
    const entry = asked.find((each) => each.outboxId === row.id)
    if (entry === undefined) return
    switch (row.state) {
      case 'held':
      case 'queued': {
        const step = pick(random, ['undo', 'sendNow', 'edit', 'nothing'] as const)
        if (step === 'nothing') return
        if (step === 'sendNow') {
          await client.run('outbox.sendNow', { outboxId: row.id })
          return
        }
        // Whether it was in time is only known from the answer; until then both are possible.
        entry.withdrawn = true
        try {
          await client.run(step === 'undo' ? 'outbox.undo' : 'outbox.edit', { outboxId: row.id })
          drafts.push({ conversation: entry.conversation, text: entry.text })
          note(`agent takes back ${JSON.stringify(entry.text)}`)
        } catch (error) {
          if (machine.alive) entry.withdrawn = false
          throw error
        }
        return
      }
      case 'failed':
      case 'needs-attention':
        await decide(row, entry)
        return
      default:
    }
  }

  /** The agent answers what Backchannel asks. */
  const decide = async (row: OutboxRow, entry: Asked): Promise<void> => {
    // X shows the words, and only a person can tell that they are these: they are not sent a second time.
    const there = row.changes.some((change) => change.kind === 'not-shown' && change.messages.length > 0)
    if (random() < 0.7 && !there) {
      entry.repeats += 1
      note(`agent says: send ${JSON.stringify(row.text)}`)
      await client.run('outbox.retry', { outboxId: row.id })
      return
    }
    entry.withdrawn = true
    note(`agent throws away ${JSON.stringify(row.text)}`)
    await client.run('outbox.discard', { outboxId: row.id })
  }

  const changeState = async (): Promise<void> => {
    const command = pick(random, ['inbox.resolve', 'inbox.reopen', 'inbox.markRead', 'inbox.markUnread'] as const)
    await client.run(command, { conversations: [someConversation()] })
  }

  /** Asked how far back to read: everything. @returns whether the question stood. */
  const chooseAll = async (): Promise<boolean> => {
    const [question] = await client.ask('sync.backfill', {})
    if (question?.state !== 'asking') return false
    note('agent chooses to read everything')
    await client.run('sync.chooseBackfill', { account: brandId, choice: 'all', maxUsd: null })
    return true
  }

  const addAccount = async (): Promise<void> => {
    const { accessToken, refreshToken } = world.tokens.issue(brandId)
    await client.run('accounts.add', {
      api: SIMULATED_API,
      auth: SIMULATED_API,
      clientId: api.clientId,
      accessToken,
      refreshToken,
      appBearer: live ? PRACTICE_APP_BEARER : null
    })
  }

  return {
    asked,
    drafts,
    elsewhere,
    get signIns() {
      return signIns
    },
    signIn: () => quietly(addAccount()),
    lost(windowLives) {
      calmPolls = 0
      if (windowLives) return
      client.close()
      client = new CoreClient(() => uuidv7())
    },
    attach: (port) => client.attach(port),
    act() {
      if (!machine.alive || machine.asleep) return
      if (givesCodes && random() < 0.35) {
        quietly(giveCode())
        return
      }
      const what = random()
      if (what < 0.5) quietly(reply())
      else if (what < 0.65) quietly(saveDraft())
      else if (what < 0.88) quietly(touchOutbox())
      else if (what < 0.9) quietly(readFurtherBack())
      else quietly(changeState())
    },
    writesOnX() {
      const known = conversations()
      if (known.length === 0) return
      const conversation = pick(random, known)
      const pending = asked.findLast((each) => each.conversation === conversation)
      const text = pending !== undefined && random() < 0.3 ? pending.text : `typed on X ${between(random, 1, 1e6)}`
      elsewhere.push(text)
      note(`typed on X: ${JSON.stringify(text)}`)
      world.say(brandId, conversation.split('/')[1] ?? '', text)
    },
    async calmDown() {
      const [account] = await client.ask('sync.status', {})
      askedFor = account?.phase === 'sign-in-needed' ? askedFor + 1 : 0
      // X says 401 to good tokens, too. The console tries again by itself, after ten minutes at the latest.
      if (askedFor > 0 && askedFor <= 12) return false
      if (account === undefined || account.phase === 'sign-in-needed') {
        note('agent signs in again')
        // An account that was never added is none whose permission was lost.
        if (account !== undefined) signIns += 1
        quietly(addAccount())
        return false
      }
      if (await chooseAll()) return false
      const rows = await client.ask('outbox.list', { open: true })
      for (const row of rows) {
        const entry = asked.find((each) => each.outboxId === row.id)
        if ((row.state === 'failed' || row.state === 'needs-attention') && random() < 0.3 && entry !== undefined) {
          quietly(decide(row, entry))
          return false
        }
      }
      if (rows.some((row) => row.state !== 'failed' && row.state !== 'needs-attention')) return false
      if (!(await readFurtherBack())) return false
      // What lies below the newest messages comes as the limits allow.
      if (account.phase !== 'idle') return false
      // Two more looks, so that what X showed late is read as well.
      calmPolls += 1
      return calmPolls > 1
    }
  }
}
