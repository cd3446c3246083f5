import type { World } from '../world.ts'
import type { Dialect } from './query.ts'

/** One signed-in request, as the handlers see it. */
export interface Context {
  readonly world: World
  /** `http://127.0.0.1:PORT`, for the addresses in answers. */
  readonly origin: string
  /** The same, or X's own `https://ton.twitter.com`, for the addresses of attachments. */
  readonly mediaOrigin: string
  readonly userId: string
  readonly query: URLSearchParams
  /** The variable segments of the path, in order. */
  readonly params: readonly string[]
  /** The parsed JSON body, or undefined. */
  readonly body: unknown
  /** The body as it came, and what it says it is. */
  readonly bytes: Buffer
  readonly contentType: string
  readonly dialect: Dialect
  /** How long `/2/dm_events` does not know yet what was sent, in ms. */
  readonly readLagMs: number
  /** Whether the last page has a `next_token` too, as recorded traffic shows. */
  readonly trailingToken: boolean
}
