import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import { directConversationId } from '../../../shared/domain/ids.ts'
import { PromoCampaign } from '../../../shared/domain/promo/campaign.ts'
import { hasCode } from '../../../shared/domain/promo/code-words.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { Database, WriteDb } from '../db/database.ts'
import { openDatabase } from '../db/open.ts'
import { outboxCommands } from '../outbox/commands.ts'
import { claimLost } from '../outbox/reconcile.ts'
import * as outbox from '../outbox/sql.ts'
import { adoptStranded, forgetAttempt, loseAttempt, setSent, setState, startSending } from '../outbox/transitions.ts'
import { refuseMisplacedCodes } from '../promos/gate.ts'
import { findGivenBefore, shapeOf } from '../promos/import/stage.ts'
import { reserveCode } from '../promos/reserve.ts'
import { revokeCodes } from '../promos/revoke.ts'
import { saveCampaign } from '../promos/save-campaign.ts'
import { lookThroughUnread } from '../promos/seen.ts'
import { settleHolds } from '../promos/settle.ts'
import * as promos from '../promos/sql.ts'
import { writeLedger } from '../promos/ledger.ts'
import { ingest } from '../sync/ingest.ts'
import { readDraft, saveDraft } from '../thread/drafts.ts'
import { campaignContent } from './promo-fixtures.ts'

const KEY = { hex: 'cd'.repeat(32) }
const ACCOUNT = '7'
const EPOCH = 1_288_834_974_657n

/** A message that a customer really got. */
interface Delivered {
  readonly id: string
  readonly conversationId: string
  readonly text: string
  readonly at: number
  /** From when on X shows it, ms since 1970: its reads may lag. */
  readonly shownAt: number
}

/** A folder with an account and a campaign, to be copied: making one takes longer than everything that is tried in it. */
export function prepareDesk(): { readonly folder: string; readonly campaign: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-promos-'))
  const db = openDatabase(folder, KEY, () => undefined)
  const campaign = db.write((tx) => {
    tx.run(
      "INSERT INTO account (id, username, name, api_base, added_at) VALUES (?, 'shop', 'Shop', 'http://x', 1)",
      ACCOUNT
    )
    const content = PromoCampaign.parse(campaignContent())
    return saveCampaign(tx, { campaign: null, base: null, content }, { member: 'me', now: 1 }).campaign
  })
  db.close()
  return { folder, campaign, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** X shows it when the agent has long given up. */
const LATE_MS = 700_000

/** How an attempt to send ends. */
export type Outcome =
  'sent' | 'refused' | 'not-made' | 'lost-arrived' | 'lost-late' | 'lost-gone' | 'died-arrived' | 'died-gone'

/**
 * A desk that gives codes, with the real database, outbox, drafts and ledger, and customers who keep what they got. What
 * is forgotten here by a crash or a restored folder, they do not forget.
 */
export class PromoDesk {
  db: Database
  now = Date.UTC(2026, 10, 23, 9)
  readonly delivered: Delivered[] = []
  readonly campaign: string
  #folder: string
  readonly #folders: string[] = []
  #saved: string | null = null
  #count = 0

  /** @param prepared a folder that `prepareDesk` made */
  constructor(prepared: { readonly folder: string; readonly campaign: string }) {
    this.#folder = this.#newFolder()
    cpSync(prepared.folder, this.#folder, { recursive: true })
    this.campaign = prepared.campaign
    this.db = this.#open()
  }

  conversation(customer: number): { accountId: string; conversationId: string } {
    return { accountId: ACCOUNT, conversationId: directConversationId(ACCOUNT, String(1_000 + customer)) }
  }

  /** Whatever the desk refuses in words changes nothing. */
  #attempt<T>(work: (tx: WriteDb) => T): T | null {
    try {
      return this.db.write(work)
    } catch (error) {
      if (error instanceof AppError) return null
      throw error
    }
  }

  import(codes: readonly string[]): void {
    const { batch, count } = this.db.write((tx) => {
      const campaign = tx.get<{ key: number }>(promos.CAMPAIGN_BY_ID, this.campaign)?.key ?? 0
      const { key } = tx.run(promos.ADD_BATCH, `batch ${this.#next()}`, campaign, 'f', 0, 0, 'me', this.now, 0, 0)
      return {
        batch: key,
        count: codes.reduce((sum, code) => sum + tx.run(promos.ADD_CODE, key, code, 0, null, null).changes, 0)
      }
    })
    // What customers have of these codes, from before they were here, or from what a restored folder forgot.
    const shapes = new Set(codes.map(shapeOf))
    for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
      before = findGivenBefore(this.db, before, { shapes, batch }, this.now).next
    }
    this.db.write((tx) => void tx.run(promos.BATCH_READY, count, count, batch))
  }

  /** @param lands whether the text came into the draft before the window went away */
  insert(customer: number, lands: boolean): void {
    const place = this.conversation(customer)
    const reserved = this.#attempt((tx) =>
      reserveCode(tx, { ...place, campaign: this.campaign, reply: null }, { member: 'me', teams: [] }, this.now)
    )
    if (reserved !== null && lands) this.type(customer, (text) => `${text} ${reserved.code}`.trim())
  }

  type(customer: number, change: (text: string) => string): void {
    const place = { ...this.conversation(customer), mode: 'reply' as const }
    this.db.write((tx) => {
      const before = readDraft(tx, place)
      const text = change(before?.text ?? '')
      const revision = String(this.#next())
      saveDraft(tx, place, { text, base: before?.revision ?? null, revision, replaces: false }, this.now)
    })
  }

  draft(customer: number): string {
    return readDraft(this.db, { ...this.conversation(customer), mode: 'reply' })?.text ?? ''
  }

  reply(customer: number, hold: boolean): void {
    const { accountId, conversationId } = this.conversation(customer)
    const draft = readDraft(this.db, { accountId, conversationId, mode: 'reply' })
    if (draft === null) return
    this.#command('thread.reply', {
      conversation: `${accountId}/${conversationId}`,
      text: draft.text,
      attachment: null,
      hold,
      sendAt: null,
      resolves: false,
      draft: draft.revision,
      canned: [],
      actions: [],
      overridden: []
    })
  }

  act(command: 'outbox.undo' | 'outbox.edit' | 'outbox.discard' | 'outbox.retry', at: number): void {
    const entries = this.#entries().filter(({ state }) => state !== 'sent')
    const entry = entries[at % Math.max(1, entries.length)]
    if (entry) this.#command(command, { outboxId: entry.id })
  }

  /** The first reply that may leave, leaves. */
  send(outcome: Outcome): void {
    const entry = this.db
      .all<outbox.OutboxEntry>(outbox.HEADS, ACCOUNT, this.now)
      .find(({ state, held_until: until }) => state === 'queued' || (state === 'held' && (until ?? 0) <= this.now))
    if (!entry) return
    this.db.write((tx) => startSending(tx, entry, { low: 0, high: 0 }, this.now))
    const arrives = outcome === 'sent' || outcome.endsWith('arrived') || outcome.endsWith('late')
    const id = arrives ? this.#deliver(entry, outcome.endsWith('late') ? LATE_MS : 0) : null
    if (outcome.startsWith('died')) return this.crash()
    this.db.write((tx) => {
      if (outcome === 'sent' && id !== null) setSent(tx, entry, id, this.now)
      else if (outcome === 'refused' || outcome === 'not-made') {
        forgetAttempt(tx, entry)
        setState(tx, entry, outcome === 'refused' ? 'failed' : 'queued', { now: this.now })
      } else loseAttempt(tx, entry, { reason: 'lost', now: this.now })
    })
  }

  #deliver({ conversation_id: conversationId, text }: outbox.OutboxEntry, lateMs: number): string {
    const id = String(((BigInt(this.now) - EPOCH) << 22n) + BigInt(this.#next()))
    this.delivered.push({ id, conversationId, text, at: this.now, shownAt: this.now + lateMs })
    return id
  }

  /** X is read: what customers got is found, and what is not there after a while is asked about. */
  read(): void {
    this.db.write((tx) => {
      const shown = this.delivered.filter(({ shownAt }) => shownAt <= this.now)
      const events = shown.map(({ id, conversationId, text, at }) => ({
        id,
        kind: 'message' as const,
        conversationId,
        at,
        senderId: ACCOUNT,
        text,
        links: [],
        media: [],
        reactions: [],
        userIds: [],
        name: null
      }))
      ingest(tx, ACCOUNT, events, { source: 'read', now: this.now })
      claimLost(tx, ACCOUNT, this.now)
      for (const entry of this.#entries().filter(({ state }) => state === 'unknown')) {
        if (this.now - (entry.attempted_at ?? 0) > 120_000) setState(tx, entry, 'needs-attention', { now: this.now })
      }
    })
    this.settle()
  }

  settle(): void {
    this.db.write((tx) => {
      while (lookThroughUnread(tx, this.now));
      settleHolds(tx, this.now)
    })
  }

  wait(ms: number): void {
    this.now += ms
    this.settle()
  }

  revoke(code: string): void {
    this.db.write((tx) => {
      const found = tx.get<promos.FoundCode>(promos.CODE_NAMED, code)
      if (found) revokeCodes(tx, [found.key], 'me', this.now)
    })
  }

  /** The process dies: what was committed is there, what was being sent is not known. */
  crash(): void {
    this.db.close()
    this.db = this.#open()
    this.db.write((tx) => adoptStranded(tx, this.now))
  }

  backUp(): void {
    this.db.get('PRAGMA wal_checkpoint(TRUNCATE)')
    this.#saved = this.#newFolder()
    cpSync(this.#folder, this.#saved, { recursive: true })
  }

  /**
   * The folder as it was, and the first read that a reply waits for after a start. X shows by then what was sent: what it
   * does not show, a folder that forgot it cannot know (decision 0020).
   */
  restore(): void {
    if (this.#saved === null) return
    this.now += LATE_MS
    this.db.close()
    const folder = this.#newFolder()
    cpSync(this.#saved, folder, { recursive: true })
    this.#folder = folder
    this.db = this.#open()
    this.db.write((tx) => adoptStranded(tx, this.now))
    this.read()
  }

  /** Everything comes to an end: nothing waits, nothing is written, and leads say what became of what nobody knows. */
  end(): void {
    for (let round = 0; round < 3; round += 1) {
      this.wait(300_000)
      this.read()
      for (const { id, state } of this.#entries()) {
        if (state !== 'sent') this.#command('outbox.discard', { outboxId: id })
      }
    }
    for (let customer = 0; customer < 5; customer += 1) if (this.draft(customer) !== '') this.type(customer, () => '')
    this.wait(3 * 24 * 3_600_000)
    this.wait(120_000)
    this.db.write((tx) => {
      for (const hold of tx.all<promos.StoredHold>(promos.OPEN_HOLDS)) {
        const arrived = this.holders(hold.code).length > 0
        const { id, code_key: codeKey, account_id: accountId, conversation_id: conversationId } = hold
        const event = arrived ? ('given' as const) : ('released' as const)
        if (hold.doubtful === 1) writeLedger(tx, { event, codeKey, hold: id, accountId, conversationId }, this.now)
      }
    })
  }

  /** Conversations whose customers have a code. */
  holders(code: string): string[] {
    return [
      ...new Set(this.delivered.filter(({ text }) => hasCode(text, code)).map(({ conversationId }) => conversationId))
    ]
  }

  codes(): { code: string; state: string; holder: string | null; hold: string | null }[] {
    return this.db.all(
      `SELECT c.code, c.state, h.conversation_id AS holder, h.state AS hold
       FROM promo_code c LEFT JOIN promo_hold h ON h.code_key = c.key`
    )
  }

  close(): void {
    this.db.close()
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true })
  }

  #entries(): outbox.OutboxEntry[] {
    return this.db.all<outbox.OutboxEntry & { title: string }>(`${outbox.LIST} ORDER BY o.sequence`)
  }

  #command(name: 'thread.reply' | 'outbox.undo' | 'outbox.edit' | 'outbox.discard' | 'outbox.retry', input: unknown) {
    const definitions = outboxCommands({
      clock: { now: () => this.now, after: () => () => undefined },
      team: { me: () => 'me' },
      settings: { all: () => ({}) },
      wake: () => undefined,
      holdMs: () => 5_000,
      gate: {
        check: (db, place, text) => refuseMisplacedCodes(db, place, text, this.now),
        keep: () => undefined
      }
    })
    const definition = definitions[name] as CommandDefinition<'thread.reply'>
    if (definition.kind === 'transaction') this.#attempt((tx) => definition.run(tx, input as never))
  }

  #newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-promos-'))
    this.#folders.push(folder)
    return folder
  }

  #open(): Database {
    return openDatabase(this.#folder, KEY, () => undefined)
  }

  #next(): number {
    this.#count += 1
    return this.#count
  }
}
