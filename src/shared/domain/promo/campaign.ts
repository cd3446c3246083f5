import { z } from 'zod'
import { timeZone } from '../time-zone.ts'
import { codeProblem, trimCode } from './code-words.ts'

const MAX_CAMPAIGN_NAME = 60
const MAX_TERMS = 2_000
const MAX_PROMO_TEXT = 2_000
/** What the code stands for in the text of a campaign. */
export const CODE_PLACE = '{code}'

const id = z.string().min(1).max(100)
/** A wall-clock time of the campaign's zone: `2026-12-24T18:00`. */
const localTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u, 'Write the time as day and hour.')
const limit = z.number().int().min(1, 'A limit is at least 1.').max(100_000_000)

/** What a code gives. Amounts are kept as they are written: they are shown, never computed with. */
export const PromoGives = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), percent: z.number().min(0.01).max(100) }).strict(),
  z
    .object({
      kind: z.literal('amount'),
      amount: z.string().regex(/^\d{1,9}(?:\.\d{1,3})?$/u, 'Write the amount as a number, like 12.50.'),
      currency: z.string().regex(/^[A-Z]{3}$/u, 'Write the currency with three letters, like EUR.')
    })
    .strict(),
  z.object({ kind: z.literal('free-shipping') }).strict(),
  z.object({ kind: z.literal('text'), text: z.string().trim().min(1, 'Say what it gives.').max(200) }).strict()
])
export type PromoGives = z.infer<typeof PromoGives>

/** Who may give a code by themselves. `approval`: nobody; one of the approvers agrees to each. */
export const PromoGiver = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }).strict(),
  z.object({ kind: z.literal('team'), team: z.string().min(1).max(60) }).strict(),
  z.object({ kind: z.literal('approval') }).strict()
])
export type PromoGiver = z.infer<typeof PromoGiver>

export const onceChoices = ['no', 'customer', 'conversation'] as const
export type PromoOnce = (typeof onceChoices)[number]

/** A campaign as it is written. */
export const PromoCampaign = z
  .object({
    name: z
      .string()
      .transform((value) => value.replace(/\s+/gu, ' ').trim())
      .refine((value) => value !== '', 'A campaign needs a name.')
      .refine(
        (value) => value.length <= MAX_CAMPAIGN_NAME,
        `The name may have at most ${MAX_CAMPAIGN_NAME} characters.`
      )
      .refine((value) => !/["“”]/u.test(value), 'Leave quotation marks out of the name: placeholders put it in some.'),
    gives: PromoGives,
    terms: z.string().trim().max(MAX_TERMS, `The terms may have at most ${MAX_TERMS} characters.`),
    from: localTime.nullable(),
    until: localTime.nullable(),
    zone: z.string().refine((value) => timeZone(value) !== null, 'Choose a time zone.'),
    giver: PromoGiver,
    /** Who may agree to exceptions, and to each code where that is needed. */
    approvers: z.array(id).max(100),
    once: z.enum(onceChoices),
    /** Only for whose first matter it is. */
    firstContact: z.boolean(),
    /** Ids of tags, one of which the conversation must have; none: any conversation. */
    tags: z.array(id).max(50),
    /** Days since the customer's last code of any campaign; null: none. */
    minDays: z.number().int().min(1).max(3_650).nullable(),
    /** Codes a day of the campaign's zone, and in all. */
    daily: limit.nullable(),
    total: limit.nullable(),
    /** The one code for all; null: each customer gets one of a pool. */
    sharedCode: z.string().transform(trimCode).nullable(),
    /** What is written for it; `{code}` is where the code goes. `language` empty: for all others. */
    texts: z
      .array(
        z
          .object({
            language: z.string().regex(/^(?:[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)?$/u),
            text: z.string().trim().max(MAX_PROMO_TEXT, `A text may have at most ${MAX_PROMO_TEXT} characters.`)
          })
          .strict()
      )
      .max(40)
  })
  .strict()
  .refine(
    ({ sharedCode }) => sharedCode === null || codeProblem(sharedCode, false) === null,
    'Write the code without blanks and quotation marks, with at most 100 characters.'
  )
  .refine(
    ({ texts }) => texts.every(({ text }) => text === '' || text.includes(CODE_PLACE)),
    'Each text needs {code}, where the code goes.'
  )
  .refine(
    ({ texts }) => new Set(texts.map(({ language }) => language)).size === texts.length,
    'There may be one text for each language.'
  )
  .refine(
    ({ giver, approvers }) => giver.kind !== 'approval' || approvers.length > 0,
    'Name somebody who may approve, or let everyone give it.'
  )
  .refine(
    (campaign) => campaign.from === null || campaign.until === null || campaign.from < campaign.until,
    'It ends before it begins. Correct the dates.'
  )
export type PromoCampaign = z.infer<typeof PromoCampaign>

/** When a campaign holds, ms since 1970; null: without an end on that side. */
export function campaignTimes({ from, until, zone }: Pick<PromoCampaign, 'from' | 'until' | 'zone'>): {
  readonly from: number | null
  readonly until: number | null
} {
  const { momentOf } = timeZone(zone) ?? { momentOf: (local: number) => local }
  const moment = (local: string | null): number | null => (local === null ? null : momentOf(Date.parse(`${local}Z`)))
  return { from: moment(from), until: moment(until) }
}

/** When the day began that holds `now` in a zone, ms since 1970. */
export function dayStart(zone: string, now: number): number {
  const place = timeZone(zone)
  if (place === null) return now - (now % 86_400_000)
  const local = now + place.offsetAt(now)
  return place.momentOf(local - (((local % 86_400_000) + 86_400_000) % 86_400_000))
}

/** What is written into a reply. @param wanted the customer's language; null: not known */
export function promoText(texts: PromoCampaign['texts'], wanted: string | null, code: string): string {
  const base = (language: string): string => language.split('-')[0] ?? ''
  const usable = texts.filter(({ text }) => text !== '')
  const chosen =
    (wanted === null
      ? undefined
      : (usable.find(({ language }) => language === wanted) ??
        usable.find(({ language }) => language !== '' && base(language) === base(wanted)))) ??
    usable.find(({ language }) => language === '') ??
    usable[0]
  return (chosen?.text ?? CODE_PLACE).replaceAll(CODE_PLACE, () => code)
}
