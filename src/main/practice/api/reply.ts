/** What a handler answers; the server turns it into bytes. */
export type Reply =
  | {
      readonly kind: 'json'
      readonly status: number
      readonly body: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'bytes'
      readonly contentType: string
      readonly bytes: Buffer
      readonly headers?: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'html'
      readonly status: number
      readonly html: string
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'redirect'; readonly location: string }
  | StreamReply

/** An answer that stays open and is written bit by bit. */
export interface StreamReply {
  readonly kind: 'stream'
  readonly headers?: Readonly<Record<string, string>>
  /** Called once; the returned function is called when the connection has ended, whoever ended it. */
  readonly open: (sink: StreamSink) => () => void
}

export interface StreamSink {
  write(text: string): void
  end(): void
  /** Breaks the connection off. */
  destroy(): void
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { kind: 'json', status, body, headers }
}

const BARE = 'bare-number:'

/** A number that JavaScript cannot hold: written without quotes by `writeJson` (X's `account_id` of 64 bits). */
export function bareNumber(digits: string): string {
  return `${BARE}${digits}`
}

/** JSON as X writes it, with bare 64-bit numbers. */
export function writeJson(body: unknown): string {
  return (JSON.stringify(body) ?? 'null').replace(/"bare-number:(-?\d+)"/g, '$1')
}
