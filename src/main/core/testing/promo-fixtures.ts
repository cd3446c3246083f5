import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandInput } from '../../../shared/contract/commands.ts'
import type { PromoCampaignRow } from '../../../shared/contract/promo-rows.ts'
import type { TestCore } from './create-test-core.ts'

export type CampaignInput = CommandInput<'promos.save'>['content']

export function campaignContent(content: Partial<CampaignInput> = {}): CampaignInput {
  return {
    name: 'Summer',
    gives: { kind: 'percent', percent: 10 },
    terms: '',
    from: null,
    until: null,
    zone: 'UTC',
    giver: { kind: 'everyone' },
    approvers: [],
    once: 'no',
    firstContact: false,
    tags: [],
    minDays: null,
    daily: null,
    total: null,
    sharedCode: null,
    texts: [],
    ...content
  }
}

/** @returns the id of a new campaign */
export async function addCampaign(core: TestCore, content: Partial<CampaignInput> = {}): Promise<string> {
  const given = { campaign: null, base: null, content: campaignContent(content) }
  return (await core.client.run('promos.save', given)).campaign
}

/** A file with this text, in a folder of its own. */
export function fileOf(text: string | Uint8Array, name = 'codes.csv'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'backchannel-codes-')), name)
  writeFileSync(path, text)
  return path
}

/** A pool of a new campaign. */
export async function addPool(
  core: TestCore,
  codes: readonly string[],
  content: Partial<CampaignInput> = {}
): Promise<string> {
  const campaign = await addCampaign(core, content)
  await core.client.run('promos.import', { campaign, path: fileOf(codes.join('\n')), dryRun: false })
  return campaign
}

export async function campaignRow(core: TestCore, campaign: string): Promise<PromoCampaignRow> {
  const row = (await core.client.ask('promos.list', {})).find(({ id }) => id === campaign)
  if (!row) throw new Error('there is no such campaign')
  return row
}

/** Puts a code of a campaign into the draft of a conversation. @returns the code */
export async function insertCode(core: TestCore, conversation: string, campaign: string): Promise<string> {
  const { code } = await core.client.run('promos.reserve', { conversation, campaign })
  const [draft] = await core.client.ask('thread.draft', { conversation, mode: 'reply' })
  const text = `${draft?.text ?? ''} Use ${code}.`.trim()
  await writeDraft(core, conversation, text)
  return code
}

let revisions = 0

export async function writeDraft(core: TestCore, conversation: string, text: string): Promise<void> {
  const [draft] = await core.client.ask('thread.draft', { conversation, mode: 'reply' })
  revisions += 1
  const revision = `promo ${revisions}`
  await core.client.run('thread.saveDraft', { conversation, text, base: draft?.revision ?? null, revision })
}

/** Sends what the draft of a conversation has. */
export async function sendDraft(core: TestCore, conversation: string, hold = false): Promise<string> {
  const [draft] = await core.client.ask('thread.draft', { conversation, mode: 'reply' })
  if (!draft) throw new Error('there is no draft')
  const reply = { conversation, text: draft.text, hold, draft: draft.revision }
  return (await core.client.run('thread.reply', reply)).outboxId
}
