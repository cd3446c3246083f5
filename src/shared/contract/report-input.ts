import { z } from 'zod'
import { XId } from '../domain/ids.ts'

/** What a report is about. The core says in a sentence what is wrong with days and zones. */
export const ReportInput = z.strictObject({
  /** Days of a calendar, both included: `2026-11-01`. */
  from: z.string().max(20),
  to: z.string().max(20),
  /** IANA name; null: that of the business hours, else this computer's. */
  zone: z.string().max(100).nullable(),
  /** Null: all accounts. */
  account: XId.nullable(),
  /** Also the period before. */
  compare: z.boolean()
})
export type ReportInput = z.infer<typeof ReportInput>

export const reportFormats = ['csv', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]
