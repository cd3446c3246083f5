import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { SecretStore } from '../core/deps.ts'
import { readCookie } from './request-guard.ts'

const SECRET_NAME = 'browser-host'
const Remembered = z.object({ session: z.string().min(40), port: z.number().int().min(0).max(65_535) })
type Remembered = z.infer<typeof Remembered>

/** Who may talk to the loopback host: whoever opened the one-time address, and from then on holds the cookie. */
export interface Pairing {
  /** The port of the last time, so that a tab left open finds its host again. 0 when there was none. */
  readonly rememberedPort: number
  rememberPort(port: number): Promise<void>
  /** A token for `/pair?token=…`; it works once. */
  newToken(): string
  /** True once per token. */
  redeem(token: string): boolean
  /** The value of the Set-Cookie header after `redeem`. */
  readonly setCookie: string
  isPaired(cookieHeader: string | undefined): boolean
}

/** The session secret is kept with the other secrets of the data folder. */
export async function openPairing(secrets: SecretStore): Promise<Pairing> {
  let remembered = await recall(secrets)
  const { session } = remembered
  // Cookies ignore ports: without a name of its own, two data folders would overwrite each other's session.
  const cookieName = `backchannel-${digest(`name ${session}`).toString('hex').slice(0, 12)}`
  const tokens = new Set<string>()

  return {
    rememberedPort: remembered.port,
    rememberPort: async (port) => {
      if (port === remembered.port) return
      remembered = { session, port }
      await secrets.set(SECRET_NAME, JSON.stringify(remembered))
    },
    newToken: () => {
      const token = randomBytes(32).toString('base64url')
      tokens.add(token)
      return token
    },
    redeem: (token) => {
      const match = [...tokens].find((candidate) => sameText(candidate, token))
      return match !== undefined && tokens.delete(match)
    },
    setCookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`,
    isPaired: (cookieHeader) => {
      const value = readCookie(cookieHeader, cookieName)
      return value !== null && sameText(value, session)
    }
  }
}

async function recall(secrets: SecretStore): Promise<Remembered> {
  const stored = await secrets.get(SECRET_NAME)
  if (stored !== null) {
    const parsed = Remembered.safeParse(parseJson(stored))
    if (parsed.success) return parsed.data
  }
  const fresh = { session: randomBytes(32).toString('base64url'), port: 0 }
  await secrets.set(SECRET_NAME, JSON.stringify(fresh))
  return fresh
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Compares in constant time; the digests make the lengths equal. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
