import { createHash, randomBytes } from 'node:crypto'
import type { World } from '../world.ts'
import { ALL_SCOPES } from '../world/tokens.ts'
import type { TokenSet } from '../world/tokens.ts'
import type { Reply } from './reply.ts'
import { json } from './reply.ts'

/** An authorization code lives 30 seconds (x-api.md section 4). */
const CODE_MS = 30_000

export interface OAuthOptions {
  readonly clientId: string
  /** Registered callback addresses; null takes any address on 127.0.0.1. */
  readonly redirectUris: readonly string[] | null
  /** `auto` answers every authorization at once, as if the person had pressed the button. */
  readonly consent: 'page' | 'auto'
}

interface Code {
  readonly userId: string
  readonly redirectUri: string
  readonly challenge: string
  readonly method: 'S256' | 'plain'
  readonly scopes: readonly string[]
  readonly expiresAt: number
  used: boolean
}

export interface OAuth {
  /** GET: the consent page, or at once the way back. */
  authorize(query: URLSearchParams): Reply
  /** POST of the consent page. */
  decide(form: URLSearchParams): Reply
  token(form: URLSearchParams): Reply
  revoke(form: URLSearchParams): Reply
}

export function createOAuth(world: World, options: OAuthOptions): OAuth {
  const codes = new Map<string, Code>()

  const check = (query: URLSearchParams): string | null => {
    const redirect = query.get('redirect_uri') ?? ''
    const registered =
      options.redirectUris === null
        ? /^http:\/\/127\.0\.0\.1(:\d+)?\//.test(redirect)
        : options.redirectUris.includes(redirect)
    if (query.get('client_id') !== options.clientId) return 'This app does not exist.'
    if (!registered) return 'The callback address is not one of this app’s.'
    if (query.get('response_type') !== 'code') return 'response_type must be code.'
    if ((query.get('state') ?? '').length === 0 || (query.get('state') ?? '').length > 500)
      return 'state must have 1 to 500 characters.'
    if ((query.get('code_challenge') ?? '') === '') return 'code_challenge is missing.'
    if (!['S256', 'plain'].includes(query.get('code_challenge_method') ?? 'plain'))
      return 'code_challenge_method must be S256 or plain.'
    const scopes = (query.get('scope') ?? '').split(' ').filter(Boolean)
    const known: readonly string[] = [...ALL_SCOPES, 'block.read', 'mute.read']
    if (scopes.length === 0 || scopes.some((scope) => !known.includes(scope))) return 'scope holds something unknown.'
    return null
  }
  const wayBack = (query: URLSearchParams, answer: Record<string, string>): Reply => {
    const target = new URL(query.get('redirect_uri') ?? '')
    for (const [name, value] of Object.entries({ state: query.get('state') ?? '', ...answer }))
      target.searchParams.set(name, value)
    return { kind: 'redirect', location: target.href }
  }
  const approve = (query: URLSearchParams): Reply => {
    const code = randomBytes(24).toString('base64url')
    codes.set(code, {
      userId: world.brand.id,
      redirectUri: query.get('redirect_uri') ?? '',
      challenge: query.get('code_challenge') ?? '',
      method: query.get('code_challenge_method') === 'S256' ? 'S256' : 'plain',
      scopes: (query.get('scope') ?? '').split(' ').filter(Boolean),
      expiresAt: world.clock.now() + CODE_MS,
      used: false
    })
    return wayBack(query, { code })
  }
  const redeem = (form: URLSearchParams): TokenSet | null => {
    const code = codes.get(form.get('code') ?? '')
    if (code === undefined || code.used || code.expiresAt <= world.clock.now()) return null
    code.used = true
    const verifier = form.get('code_verifier') ?? ''
    const proof = code.method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier
    if (proof !== code.challenge || form.get('redirect_uri') !== code.redirectUri) return null
    return world.tokens.issue(code.userId, code.scopes)
  }

  return {
    authorize(query) {
      const complaint = check(query)
      if (complaint !== null) return page(400, '<h1>Something went wrong</h1>', complaint)
      if (options.consent === 'auto' || query.get('auto') === '1') return approve(query)
      const hidden = [...query]
        .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
        .join('')
      const form = `<form method="post" action="/i/oauth2/authorize">${hidden}
        <button name="decision" value="approve">Authorize app</button>
        <button name="decision" value="cancel" class="quiet">Cancel</button></form>`
      const account = `${escapeHtml(world.brand.name)} (@${escapeHtml(world.brand.username)})`
      return page(
        200,
        `<h1>Backchannel wants to access this practice account</h1><p>${account}</p>${form}`,
        (query.get('scope') ?? '').replaceAll(' ', ' · ')
      )
    },
    decide(form) {
      const complaint = check(form)
      if (complaint !== null) return page(400, '<h1>Something went wrong</h1>', complaint)
      return form.get('decision') === 'approve' ? approve(form) : wayBack(form, { error: 'access_denied' })
    },
    token(form) {
      if (form.get('client_id') !== options.clientId) {
        return oauthError('unauthorized_client', 'Missing valid authorization header', 401)
      }
      switch (form.get('grant_type')) {
        case 'authorization_code': {
          const tokens = redeem(form)
          return tokens === null
            ? oauthError('invalid_request', 'Value passed for the authorization code was invalid.')
            : json(200, tokenShape(tokens), { 'cache-control': 'no-store' })
        }
        case 'refresh_token': {
          const tokens = world.tokens.refresh(form.get('refresh_token') ?? '')
          return typeof tokens === 'string'
            ? oauthError('invalid_request', 'Value passed for the token was invalid.')
            : json(200, tokenShape(tokens), { 'cache-control': 'no-store' })
        }
        default:
          return oauthError('unsupported_grant_type', 'Value passed for grant_type was invalid.')
      }
    },
    revoke(form) {
      const token = form.get('token')
      if (token === null) return oauthError('invalid_request', 'Missing required parameter [token].')
      if (form.get('client_id') !== options.clientId) {
        return oauthError('unauthorized_client', 'Missing valid authorization header', 401)
      }
      world.tokens.revoke(token)
      return json(200, { revoked: true })
    }
  }
}

function tokenShape(tokens: TokenSet): Record<string, unknown> {
  return {
    token_type: 'bearer',
    expires_in: tokens.expiresInSeconds,
    access_token: tokens.accessToken,
    scope: tokens.scopes.join(' '),
    ...(tokens.refreshToken === '' ? {} : { refresh_token: tokens.refreshToken })
  }
}

function oauthError(error: string, description: string, status = 400): Reply {
  return json(status, { error, error_description: description }, { 'cache-control': 'no-store' })
}

function page(status: number, body: string, note: string): Reply {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Practice sign-in</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:15vh auto;padding:0 1rem;color:#16202a}h1{font-size:1.3rem}
button{font:inherit;padding:.6rem 1.2rem;border-radius:2rem;border:1px solid #16202a;background:#16202a;color:#fff;cursor:pointer}
.quiet{background:none;color:inherit}small{color:#536471}</style>
<main>${body}<p><small>${escapeHtml(note)}</small></p><p><small>This is the simulated X on this computer. Nothing leaves it.</small></p></main></html>`
  return { kind: 'html', status, html }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
