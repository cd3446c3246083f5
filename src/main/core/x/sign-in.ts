import {
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  validateAuthResponse
} from 'oauth4webapi'
import { X_AUTH_BASE, checkedBase } from './addresses.ts'
import { SIGN_IN_SCOPES, exchangeCode, revokeToken, type OAuthDeps, type TokenOutcome } from './oauth.ts'
import { signInNeeded, type XProblem } from './problem.ts'
import type { Tokens } from './token-store.ts'

/** What has to be remembered between opening X's page and its answer. `codeVerifier` is a secret. */
export interface PendingSignIn {
  /** The page to open in the browser. */
  readonly authorizeUrl: string
  readonly redirectUri: string
  readonly state: string
  readonly codeVerifier: string
}

/**
 * Starts a sign-in (OAuth 2.0, authorization code with PKCE S256).
 * @param authBase default `https://x.com`; the practice server's address in practice. @throws AppError invalid-input.
 * @param redirectUri exactly as registered with the app, port included.
 */
export async function beginSignIn(options: {
  readonly clientId: string
  readonly redirectUri: string
  readonly authBase?: string | undefined
  readonly scopes?: readonly string[] | undefined
}): Promise<PendingSignIn> {
  const { clientId, redirectUri, authBase = X_AUTH_BASE, scopes = SIGN_IN_SCOPES } = options
  const state = generateRandomState()
  const codeVerifier = generateRandomCodeVerifier()
  const url = new URL(`${checkedBase(authBase)}/i/oauth2/authorize`)
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256'
  }
  // X's page reads %20 between the scopes, as its documents write it; URLSearchParams would write a plus.
  url.search = new URLSearchParams(parameters).toString().replaceAll('+', '%20')
  return { authorizeUrl: url.href, redirectUri, state, codeVerifier }
}

/**
 * Ends a sign-in with the address X sent the browser to, taken by the listener or pasted by hand (whole, or from the
 * `?` on). X's code lives 30 seconds. The tokens are not saved yet.
 */
export async function finishSignIn(
  deps: OAuthDeps,
  pending: Pick<PendingSignIn, 'redirectUri' | 'state' | 'codeVerifier'>,
  callbackUrl: string
): Promise<TokenOutcome> {
  const parameters = parametersOf(callbackUrl)
  if (parameters === null) {
    const detail =
      'This is not the address that X led to. Copy it whole from the browser, including "code" and "state".'
    return { ok: false, problem: signInNeeded('wrong-address', detail) }
  }
  // X publishes no issuer to compare it with; the state ties the answer to this sign-in.
  parameters.delete('iss')
  let valid: URLSearchParams
  try {
    const server = { issuer: deps.apiBase }
    valid = validateAuthResponse(server, { client_id: deps.clientId }, parameters, pending.state)
  } catch (error) {
    return { ok: false, problem: problemOfCallback(error) }
  }
  return exchangeCode(deps, valid, pending.redirectUri, pending.codeVerifier)
}

/** Ends a sign-in at X's side as well: the refresh token first, since it makes new access tokens. @returns null when done. */
export async function revokeTokens(deps: OAuthDeps, tokens: Tokens): Promise<XProblem | null> {
  const problems: XProblem[] = []
  for (const token of [tokens.refreshToken, tokens.accessToken]) {
    const problem = token === null ? null : await revokeToken(deps, token)
    if (problem !== null) problems.push(problem)
  }
  return problems[0] ?? null
}

function parametersOf(callbackUrl: string): URLSearchParams | null {
  const pasted = callbackUrl.trim()
  const query = URL.parse(pasted)?.search ?? pasted.slice(pasted.indexOf('?') + 1)
  const parameters = new URLSearchParams(query)
  const hasAnswer = [parameters.get('code'), parameters.get('error')].some((each) => each !== null && each !== '')
  return hasAnswer && parameters.has('state') ? parameters : null
}

function problemOfCallback(error: unknown): XProblem {
  if (error instanceof AuthorizationResponseError) {
    const detail =
      error.error === 'access_denied'
        ? 'The sign-in was declined in X. Start again and choose "Authorize app".'
        : 'X did not accept the sign-in request. Check in console.x.com that the callback address is entered exactly as shown here.'
    return signInNeeded('declined', detail)
  }
  return signInNeeded(
    'wrong-state',
    'This answer belongs to another sign-in. Start again and use the newest browser tab.'
  )
}
