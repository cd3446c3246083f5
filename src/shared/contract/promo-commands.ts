import { z } from 'zod'
import { ConversationKey } from '../domain/ids.ts'
import { PromoCampaign } from '../domain/promo/campaign.ts'
import {
  dateFormats,
  poolFields,
  type PromoImportReport,
  redemptionFields,
  type RedemptionReport
} from '../domain/promo/import-report.ts'

const id = z.string().min(1).max(100)
const file = z.string().min(1).max(4_000)
const campaign = z.object({ campaign: id }).strict()
const forConversation = z.object({ conversation: ConversationKey, campaign: id }).strict()
/** Which column is which, from 0; null: found out by their names. */
const columns = <F extends string>(fields: readonly F[]) =>
  z
    .array(z.enum(fields as [F, ...F[]]).nullable())
    .max(200)
    .nullable()
    .default(null)
/** Null: there are no dates, or they are ISO. */
const dates = z.enum(dateFormats).nullable().default(null)

/** What can be done with promo codes. */
export const promoCommands = {
  /** `campaign` null begins one. `base`: when what was changed was saved; refused when it was saved since. */
  'promos.save': z
    .object({ campaign: id.nullable(), base: z.number().int().nullable(), content: PromoCampaign })
    .strict(),
  /** No code of it is given any more; replies that wait with one stop and ask. */
  'promos.end': campaign,
  'promos.resume': campaign,
  /** Only while nobody has a code of it. */
  'promos.delete': campaign,
  /** A code for this customer, kept for the draft. The one that is kept already, when there is one. `reply`: the canned reply it comes with. */
  'promos.reserve': forConversation.extend({ reply: id.nullable().default(null) }).strict(),
  /** The code goes back, if no message can have it. */
  'promos.release': z.object({ hold: id }).strict(),
  /** One code for this customer, whatever the rules of the campaign say. Of those who may approve. */
  'promos.approve': forConversation,
  /** Codes that are not to be given, or not to count, any more. */
  'promos.revoke': z.object({ codes: z.array(z.number().int()).min(1).max(10_000) }).strict(),
  /** What became of a code whose message X never confirmed: the customer has it, or it goes back. */
  'promos.settle': z.object({ hold: id, given: z.boolean() }).strict(),
  'promos.import': z
    .object({ campaign: id, path: file, columns: columns(poolFields), dates, dryRun: z.boolean() })
    .strict(),
  /** `asOf`: of when the file is, ms since 1970. */
  'promos.importRedemptions': z
    .object({ path: file, columns: columns(redemptionFields), dates, asOf: z.number().int(), dryRun: z.boolean() })
    .strict(),
  'promos.export': z.object({ campaign: id, file }).strict()
} as const satisfies Record<string, z.ZodType>

/** Name → what `done` brings back. */
export interface PromoCommandResults {
  'promos.save': { campaign: string }
  'promos.end': { stopped: number }
  'promos.resume': null
  'promos.delete': null
  'promos.reserve': { hold: string; code: string }
  'promos.release': { released: boolean }
  'promos.approve': null
  /** `given`: of them, those that customers have. `stopped`: replies that waited with one. */
  'promos.revoke': { revoked: number; given: number; stopped: number }
  'promos.settle': null
  'promos.import': PromoImportReport
  'promos.importRedemptions': RedemptionReport
  'promos.export': { file: string; codes: number }
}
