import { isRecent } from '../clock/is-recent.ts'
import type { Clock, Log, SecretStore } from '../deps.ts'
import { refreshTokens } from './oauth.ts'
import { signInNeeded, type XProblem } from './problem.ts'
import { loadTokens, saveTokens, type Tokens } from './token-store.ts'

export type TokenAnswer =
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly problem: XProblem }

/** Keeps one account's sign-in usable. A problem here means that no request was made. */
export interface TokenKeeper {
  /** An access token, renewed first when it is about to end. */
  accessToken(): Promise<TokenAnswer>
  /** After a 401: another token than the refused one, if there is a way to one. */
  refreshAfter401(usedToken: string): Promise<TokenAnswer>
}

export interface TokenKeeperDeps {
  readonly accountId: string
  readonly secrets: SecretStore
  readonly clock: Clock
  readonly fetch: typeof fetch
  readonly apiBase: string
  readonly clientId: string
  readonly log: Log
  /** See `CoreDeps.claimRefreshToken`. */
  readonly claim?: ((refreshToken: string) => boolean) | undefined
}

/** Renew this long before the end, in ms: a request under way must not meet an ended token. */
const RENEW_BEFORE_END = 90_000
/** A refused refresh token is not shown again for this long, in ms: repeating one makes X end the whole sign-in. */
const REFUSAL_PAUSE = 5 * 60_000

/**
 * The stored tokens are read anew each time, because a new sign-in or another process may have replaced them, and they
 * are never deleted here: in an outage X answers 401 to good tokens (x-api.md section 4).
 */
export function createTokenKeeper(deps: TokenKeeperDeps): TokenKeeper {
  const { accountId, secrets, clock, log } = deps
  let refreshing: Promise<TokenAnswer> | null = null
  let refused: { refreshToken: string; at: number; problem: XProblem } | null = null
  /** New tokens that the secret store did not take. The stored ones are used up, so these are all there is. */
  let unsaved: { tokens: Tokens; replaced: string } | null = null

  async function current(): Promise<Tokens | null> {
    const stored = await loadTokens(secrets, accountId)
    if (unsaved === null) return stored
    // Somebody signed in again meanwhile.
    if (stored !== null && stored.refreshToken !== unsaved.replaced) {
      unsaved = null
      return stored
    }
    const { tokens } = unsaved
    await persist(tokens, unsaved.replaced)
    return tokens
  }

  async function persist(tokens: Tokens, replaced: string): Promise<void> {
    try {
      await saveTokens(secrets, accountId, tokens)
      unsaved = null
    } catch (error) {
      unsaved = { tokens, replaced }
      log.error('The renewed sign-in could not be saved; it is kept in memory and saving is tried again', {
        accountId,
        error: error instanceof Error ? error.name : 'unknown'
      })
    }
  }

  /** One refresh at a time: X takes each refresh token once. */
  function refresh(): Promise<TokenAnswer> {
    refreshing ??= refreshOnce(true).finally(() => {
      refreshing = null
    })
    return refreshing
  }

  // Never broken off when the core closes: the answer to a refresh is the only copy of the new tokens.
  async function refreshOnce(mayFollowOthers: boolean): Promise<TokenAnswer> {
    const before = await current()
    if (before === null) return { ok: false, problem: noTokens() }
    const used = before.refreshToken
    if (used === null) return { ok: false, problem: noRefreshToken() }
    if (refused?.refreshToken === used && isRecent(refused.at, REFUSAL_PAUSE, clock.now())) {
      return { ok: false, problem: refused.problem }
    }

    if (deps.claim?.(used) === false) {
      log.warn('Another copy of this data folder has renewed the sign-in', { accountId })
      const detail =
        'Another copy of this data folder on this computer has renewed this sign-in, and X takes each renewal once. Use that copy, or sign in again here.'
      return { ok: false, problem: signInNeeded('refresh-refused', detail) }
    }
    const { fetch, apiBase, clientId } = deps
    const outcome = await refreshTokens({ fetch, clock, apiBase, clientId }, used)
    const after = await current()
    if (after !== null && after.refreshToken !== used) {
      // A new sign-in or another process was faster; its tokens are the newer ones, whatever X told us.
      if (!isEnding(after)) return { ok: true, token: after.accessToken }
      return mayFollowOthers ? refreshOnce(false) : { ok: false, problem: noRefreshToken() }
    }
    if (outcome.ok) {
      // A server that does not rotate leaves the refresh token out.
      const tokens = { ...outcome.tokens, refreshToken: outcome.tokens.refreshToken ?? used }
      refused = null
      await persist(tokens, used)
      return { ok: true, token: tokens.accessToken }
    }
    const { problem } = outcome
    if (problem.kind === 'sign-in-needed') refused = { refreshToken: used, at: clock.now(), problem }
    log.warn('The sign-in could not be renewed', { accountId, kind: problem.kind, status: problem.status })
    return { ok: false, problem }
  }

  function isEnding(tokens: Tokens): boolean {
    return tokens.expiresAt !== null && tokens.expiresAt - clock.now() <= RENEW_BEFORE_END
  }

  async function accessToken(): Promise<TokenAnswer> {
    if (refreshing !== null) return refreshing
    const tokens = await current()
    if (tokens === null) return { ok: false, problem: noTokens() }
    if (!isEnding(tokens) || tokens.refreshToken === null) return { ok: true, token: tokens.accessToken }
    const renewed = await refresh()
    // While the old one lasts, a failed renewal costs nothing.
    const stillValid = tokens.expiresAt !== null && tokens.expiresAt > clock.now()
    return renewed.ok || !stillValid ? renewed : { ok: true, token: tokens.accessToken }
  }

  async function refreshAfter401(usedToken: string): Promise<TokenAnswer> {
    if (refreshing !== null) return refreshing
    const tokens = await current()
    if (tokens !== null && tokens.accessToken !== usedToken) return { ok: true, token: tokens.accessToken }
    return refresh()
  }

  return {
    accessToken: () => accessToken().catch(unreadable),
    refreshAfter401: (usedToken) => refreshAfter401(usedToken).catch(unreadable)
  }

  function unreadable(error: unknown): TokenAnswer {
    log.error('The sign-in could not be read', { accountId, error: error instanceof Error ? error.name : 'unknown' })
    const detail = 'The stored sign-in cannot be read. Unlock the keychain of this computer, or sign in again.'
    return { ok: false, problem: signInNeeded('no-tokens', detail) }
  }
}

function noTokens(): XProblem {
  return signInNeeded('no-tokens', 'There is no sign-in for this account here. Sign in to X.')
}

function noRefreshToken(): XProblem {
  const detail = 'X does not accept the access token any more, and there is none to renew it with. Sign in again.'
  return signInNeeded('no-refresh-token', detail, 401)
}
