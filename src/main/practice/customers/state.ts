import { z } from 'zod'
import { MediaRecipeSchema } from '../world/types.ts'

/** Where one customer stands. Saved with the world, so that a restart goes on where it stopped. */
export const CustomerStateSchema = z.object({
  /** Has written already. */
  arrived: z.boolean(),
  /** Rules used in this talk: the script's as `s0`, `s1`, …, those of the manners as `m0`, `m1`, … */
  used: z.array(z.string()),
  otherwise: z.number(),
  nudges: z.number(),
  returns: z.number(),
  /** Answers given in this talk; there is an end to politeness. */
  answers: z.number(),
  /** When the customer will answer what the shop said last, ms since 1970; null when nothing is to be answered. */
  answerAt: z.number().nullable(),
  /** What the shop said since the customer last wrote. */
  heard: z.string(),
  /** The last event of the talk, and whose it was. */
  lastAt: z.number(),
  lastByShop: z.boolean(),
  /** The customer is content: nothing is waiting although they wrote last. */
  settled: z.boolean()
})
export type CustomerState = z.infer<typeof CustomerStateSchema>

/** A line on its way. */
const PendingSchema = z.object({
  at: z.number(),
  username: z.string(),
  /** A group's id, or null for the talk with the shop. */
  groupId: z.string().nullable(),
  text: z.string(),
  media: MediaRecipeSchema.optional(),
  altText: z.string().optional()
})
export const DirectorStateSchema = z.object({
  version: z.literal(1),
  customers: z.record(z.string(), CustomerStateSchema),
  /** How far each group's chatter is, and which rules were used, by the group's key. */
  groups: z.record(z.string(), z.object({ id: z.string(), chatter: z.number(), used: z.array(z.number()) })),
  pending: z.array(PendingSchema),
  smallMatters: z.number()
})
export type DirectorState = z.infer<typeof DirectorStateSchema>

export function newCustomerState(): CustomerState {
  return {
    arrived: false,
    used: [],
    otherwise: 0,
    nudges: 0,
    returns: 0,
    answers: 0,
    answerAt: null,
    heard: '',
    lastAt: 0,
    lastByShop: false,
    settled: false
  }
}
