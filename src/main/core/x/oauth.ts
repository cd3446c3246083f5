import {
  None,
  ResponseBodyError,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  customFetch,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  processRevocationResponse,
  refreshTokenGrantRequest,
  revocationRequest,
  type AuthorizationServer,
  type Client,
  type TokenEndpointResponse
} from 'oauth4webapi'
import { z } from 'zod'
import { checkedBase } from './addresses.ts'
import { problemOfAnswer } from './classify-answer.ts'
import { exchange, type ExchangeDeps, type HttpAnswer } from './exchange.ts'
import { parseJson } from './parse-json.ts'
import { malformed, signInNeeded, type SignInReason, type XProblem } from './problem.ts'
import { retryTime } from './rate.ts'
import type { Tokens } from './token-store.ts'

/** What a desktop app needs of X (x-api.md section 4); `offline.access` brings the refresh token. */
export const SIGN_IN_SCOPES = [
  'dm.read',
  'dm.write',
  'tweet.read',
  'users.read',
  'media.write',
  'offline.access'
] as const

export interface OAuthDeps extends ExchangeDeps {
  readonly apiBase: string
  /** Of a "Native App" in X's console: a public client without a secret. */
  readonly clientId: string
}

export type TokenOutcome =
  { readonly ok: true; readonly tokens: Tokens } | { readonly ok: false; readonly problem: XProblem }

/**
 * Exchanges a refresh token. X makes it invalid with this request, so the new tokens must be saved before they are used.
 * A refusal is `sign-in-needed`; trouble on the way (network, 5xx) is not.
 */
export function refreshTokens(deps: OAuthDeps, refreshToken: string): Promise<TokenOutcome> {
  return tokenRequest(deps, 'refresh-refused', [refreshToken], async (server, client, options) => {
    const response = await refreshTokenGrantRequest(server, client, None(), refreshToken, options)
    return processRefreshTokenResponse(server, client, response)
  })
}

/** @param parameters validated by oauth4webapi's `validateAuthResponse`. */
export function exchangeCode(
  deps: OAuthDeps,
  parameters: URLSearchParams,
  redirectUri: string,
  codeVerifier: string
): Promise<TokenOutcome> {
  const secrets = [parameters.get('code') ?? '', codeVerifier]
  return tokenRequest(deps, 'code-refused', secrets, async (server, client, options) => {
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      None(),
      parameters,
      redirectUri,
      codeVerifier,
      options
    )
    return processAuthorizationCodeResponse(server, client, response)
  })
}

/** Takes a token back. @returns null when done. */
export async function revokeToken(deps: OAuthDeps, token: string): Promise<XProblem | null> {
  const outcome = await oauthRequest(deps, 'refresh-refused', [token], async (server, client, options) => {
    const response = await revocationRequest(server, client, None(), token, options)
    await processRevocationResponse(response)
  })
  return outcome.ok ? null : outcome.problem
}

interface RequestOptions {
  [customFetch]: (
    url: string,
    options: { method: string; body: URLSearchParams; headers: Record<string, string> }
  ) => Promise<Response>
  [allowInsecureRequests]: boolean
}

/** Thrown through oauth4webapi, which knows only exceptions. */
class ExchangeFailed extends Error {
  readonly problem: XProblem

  constructor(problem: XProblem) {
    super(problem.detail)
    this.problem = problem
  }
}

async function tokenRequest(
  deps: OAuthDeps,
  refusal: SignInReason,
  secrets: readonly string[],
  run: (server: AuthorizationServer, client: Client, options: RequestOptions) => Promise<TokenEndpointResponse>
): Promise<TokenOutcome> {
  const outcome = await oauthRequest(deps, refusal, secrets, run)
  if (!outcome.ok) return outcome
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn, scope } = outcome.value
  const expiresAt = expiresIn === undefined ? null : deps.clock.now() + expiresIn * 1000
  return { ok: true, tokens: { accessToken, refreshToken: refreshToken ?? null, expiresAt, scope: scope ?? '' } }
}

async function oauthRequest<T>(
  deps: OAuthDeps,
  refusal: SignInReason,
  secrets: readonly string[],
  run: (server: AuthorizationServer, client: Client, options: RequestOptions) => Promise<T>
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: XProblem }> {
  const base = checkedBase(deps.apiBase)
  const server: AuthorizationServer = {
    issuer: base,
    token_endpoint: `${base}/2/oauth2/token`,
    revocation_endpoint: `${base}/2/oauth2/revoke`
  }
  let answer: HttpAnswer | null = null
  const options: RequestOptions = {
    // checkedBase has let plain http pass for this machine only.
    [allowInsecureRequests]: true,
    async [customFetch](url, { method, body, headers }) {
      if (method !== 'POST') throw new Error('Sign-in requests are POST')
      const exchanged = await exchange(deps, { method, url, headers, body: body.toString() })
      if (!exchanged.ok) throw new ExchangeFailed(exchanged.problem)
      answer = exchanged.answer
      return asResponse(answer)
    }
  }
  try {
    return { ok: true, value: await run(server, { client_id: deps.clientId }, options) }
  } catch (error) {
    if (error instanceof ExchangeFailed) return { ok: false, problem: { ...error.problem, effect: 'none' } }
    if (answer === null) throw error
    return { ok: false, problem: problemOfTokenAnswer(deps, answer, error, refusal, secrets) }
  }
}

/** oauth4webapi insists on the JSON content type, which not every server sets. */
function asResponse({ status, headers, text }: HttpAnswer): Response {
  const json = text.trimStart().startsWith('{')
  const contentType = json ? 'application/json' : (headers.get('content-type') ?? 'text/plain')
  const empty = status === 204 || status === 205 || status === 304
  return new Response(empty ? null : text, { status, headers: { 'content-type': contentType } })
}

const WireOAuthError = z.object({ error: z.string().min(1) })

function problemOfTokenAnswer(
  deps: OAuthDeps,
  answer: HttpAnswer,
  error: unknown,
  refusal: SignInReason,
  secrets: readonly string[]
): XProblem {
  const { status, headers, text } = answer
  let body: unknown
  try {
    body = parseJson(text)
  } catch {
    body = undefined
  }
  if (status >= 200 && status < 300) {
    // A refresh token may be used up by now; the old one is kept and tried again, X decides.
    return { ...malformed(status, 'The sign-in server of X answered with something that is no token.'), effect: 'none' }
  }
  const code = error instanceof ResponseBodyError ? error.error : WireOAuthError.safeParse(body).data?.error
  const isRefusal = status === 400 || status === 401 || (status === 403 && code !== undefined)
  // A web page with these statuses comes from something in between, not from X's sign-in.
  if (isRefusal && body !== undefined) return signInNeeded(refusal, refusalSentence(refusal, code), status)
  const retryAt = retryTime([], headers, deps.clock.now())
  if (isRefusal) {
    return { ...malformed(status, 'The sign-in server of X answered with something that is no data.'), effect: 'none' }
  }
  return { ...problemOfAnswer({ status, body, retryAt, secrets }), effect: 'none' }
}

/** OAuth's short codes say enough; X's descriptions add nothing that helps. */
function refusalSentence(refusal: SignInReason, code: string | undefined): string {
  const said = code !== undefined && /^[a-z_]{3,40}$/.test(code) ? ` (${code})` : ''
  if (code === 'unauthorized_client' || code === 'invalid_client') {
    return `X refuses the app itself${said}. Check in console.x.com that the client id is right and the app type is "Native App".`
  }
  return refusal === 'code-refused'
    ? `X did not accept the sign-in${said}: it has to be finished within 30 seconds. Start again.`
    : `The sign-in has ended${said}. Sign in again; nothing is lost.`
}
