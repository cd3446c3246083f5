import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { PracticeClock } from '../deps.ts'

export const ALL_SCOPES = ['dm.read', 'dm.write', 'tweet.read', 'users.read', 'media.write', 'offline.access'] as const

/** Access tokens live two hours (x-api.md section 4). */
const ACCESS_TOKEN_MS = 7_200_000
/** Sign-ins kept; every start of the practice workspace makes a new one. */
const FAMILIES_KEPT = 200

export interface TokenSet {
  readonly accessToken: string
  /** Empty without the scope `offline.access`. */
  readonly refreshToken: string
  readonly expiresInSeconds: number
  readonly scopes: readonly string[]
}

export type TokenCheck =
  | { readonly ok: true; readonly userId: string; readonly scopes: readonly string[] }
  | { readonly ok: false; readonly reason: 'unknown' | 'expired' | 'revoked' }

const GrantSchema = z.object({ token: z.string(), expiresAt: z.number() })
/** One sign-in: the chain of its refresh tokens, of which only the last one is good. */
const FamilySchema = z.object({
  id: z.string(),
  userId: z.string(),
  scopes: z.array(z.string()),
  revoked: z.boolean(),
  access: z.array(GrantSchema),
  currentRefresh: z.string(),
  usedRefresh: z.array(z.string())
})
type Family = z.infer<typeof FamilySchema>

export interface TokenStore {
  issue(userId: string, scopes?: readonly string[], ttlMs?: number): TokenSet
  check(accessToken: string): TokenCheck
  /** Single use: a refresh token that was used before ends its whole sign-in. */
  refresh(refreshToken: string): TokenSet | 'unknown' | 'reused' | 'revoked'
  revoke(token: string): void
  /** For tests: every access token is expired from now on; refresh tokens stay good. */
  expireAccessTokens(): void
  snapshot(): unknown
  restore(json: unknown): void
}

export function createTokenStore(clock: PracticeClock, changed: () => void = () => undefined): TokenStore {
  let families: Family[] = []

  const grant = (family: Family, ttlMs: number): TokenSet => {
    const accessToken = randomBytes(36).toString('base64url')
    const offline = family.scopes.includes('offline.access')
    const refreshToken = offline ? randomBytes(36).toString('base64url') : ''
    // Two hours of grace, so that a late request is told "expired" and not "unknown".
    family.access = family.access.filter((item) => item.expiresAt > clock.now() - ACCESS_TOKEN_MS)
    family.access.push({ token: accessToken, expiresAt: clock.now() + ttlMs })
    family.currentRefresh = refreshToken
    changed()
    return { accessToken, refreshToken, expiresInSeconds: Math.round(ttlMs / 1000), scopes: family.scopes }
  }

  return {
    issue(userId, scopes = ALL_SCOPES, ttlMs = ACCESS_TOKEN_MS) {
      const family: Family = {
        id: randomBytes(9).toString('base64url'),
        userId,
        scopes: [...scopes],
        revoked: false,
        access: [],
        currentRefresh: '',
        usedRefresh: []
      }
      families = [...families.slice(1 - FAMILIES_KEPT), family]
      return grant(family, ttlMs)
    },
    check(accessToken) {
      for (const family of families) {
        const found = family.access.find((item) => item.token === accessToken)
        if (found === undefined) continue
        if (family.revoked) return { ok: false, reason: 'revoked' }
        if (found.expiresAt <= clock.now()) return { ok: false, reason: 'expired' }
        return { ok: true, userId: family.userId, scopes: family.scopes }
      }
      return { ok: false, reason: 'unknown' }
    },
    refresh(refreshToken) {
      if (refreshToken === '') return 'unknown'
      for (const family of families) {
        if (family.usedRefresh.includes(refreshToken)) {
          family.revoked = true
          changed()
          return 'reused'
        }
        if (family.currentRefresh !== refreshToken) continue
        if (family.revoked) return 'revoked'
        family.usedRefresh = [...family.usedRefresh.slice(-50), refreshToken]
        return grant(family, ACCESS_TOKEN_MS)
      }
      return 'unknown'
    },
    revoke(token) {
      for (const family of families) {
        if (family.currentRefresh === token && token !== '') family.revoked = true
        family.access = family.access.filter((item) => item.token !== token)
      }
      changed()
    },
    expireAccessTokens() {
      for (const family of families) for (const item of family.access) item.expiresAt = clock.now()
    },
    snapshot: () => structuredClone(families),
    restore(json) {
      families = z.array(FamilySchema).parse(json)
    }
  }
}
