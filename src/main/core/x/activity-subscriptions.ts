import { z } from 'zod'
import type { Clock, Log } from '../deps.ts'
import { normalActivityType } from './parse-activity.ts'
import { type XProblem, signInNeeded } from './problem.ts'
import { createRequester, type ApiAnswer, type ApiRequest } from './requests.ts'
import { newTally, unknownShape } from './results.ts'
import type { TokenKeeper } from './tokens.ts'
import { WireId } from './wire-schemas.ts'

/** What a support desk wants to hear of. Without the first there is no point in being live; the others are a plus. */
const ACTIVITY_TYPES = ['dm.received', 'dm.sent', 'dm.read', 'dm.indicate_typing', 'chat.received'] as const
const REQUIRED = 'dm.received'

export interface ActivityDeps {
  readonly apiBase: string
  readonly appBearer: string
  readonly fetch: typeof fetch
  readonly clock: Clock
  readonly log: Log
  readonly signal?: AbortSignal | undefined
}

/** The app's own token stands as it is: X gives no new one for it, a person does. */
function fixedToken(token: string): TokenKeeper {
  const detail = 'X does not accept the app bearer token. Copy it anew from console.x.com, “Keys and tokens”.'
  return {
    accessToken: () => Promise.resolve({ ok: true, token }),
    refreshAfter401: () => Promise.resolve({ ok: false, problem: signInNeeded('no-refresh-token', detail, 401) })
  }
}

/**
 * Makes X send this account's direct messages into the app's stream: creates what is missing, with the user's own
 * permission, and leaves alone what is there (also from an earlier start, or from another desk).
 * @returns null when at least received messages will come.
 */
export async function ensureSubscriptions(
  deps: ActivityDeps,
  account: { readonly id: string; readonly tokens: TokenKeeper }
): Promise<XProblem | null> {
  const listed = await listSubscriptions(deps, account.id)
  if ('problem' in listed) return listed.problem
  const have = new Set(listed.subscriptions.map((each) => normalActivityType(each.type)))
  const asUser = createRequester({ ...deps, tokens: account.tokens })
  for (const type of ACTIVITY_TYPES) {
    if (have.has(normalActivityType(type))) continue
    const answer = await asUser(
      {
        endpoint: 'activity-subscriptions',
        method: 'POST',
        path: '/2/activity/subscriptions',
        body: { event_type: type, filter: { user_id: account.id }, tag: 'backchannel' }
      },
      newTally()
    )
    const problem = problemOfCreation(answer)
    if (problem === null) continue
    if (type === REQUIRED || !isAboutTheType(problem)) return problem
    deps.log.info('X has no activity of this type for the account', { type, kind: problem.kind })
  }
  return null
}

/** A type that X does not know or give to this app; everything else (credits, network) concerns all of them. */
function isAboutTheType(problem: XProblem): boolean {
  return problem.kind === 'invalid-request' || problem.kind === 'forbidden' || problem.kind === 'not-found'
}

/** X answers a creation in three shapes, and one that is there already with a conflict. */
function problemOfCreation(answer: ApiAnswer): XProblem | null {
  if (!answer.ok) return answer.problem.kind === 'conflict' ? null : answer.problem
  return subscriptionsIn(answer.envelope.data).length > 0 ? null : unknownShape(answer.status)
}

/** What X sends of an account into the app's stream. */
export async function subscribedTypes(
  deps: ActivityDeps,
  accountId: string
): Promise<
  { readonly ok: true; readonly types: readonly string[] } | { readonly ok: false; readonly problem: XProblem }
> {
  const listed = await listSubscriptions(deps, accountId)
  if ('problem' in listed) return { ok: false, problem: listed.problem }
  return { ok: true, types: listed.subscriptions.map((each) => each.type) }
}

/** Takes the account out of the app's stream. @returns null when nothing of it is left there. */
export async function removeSubscriptions(deps: ActivityDeps, accountId: string): Promise<XProblem | null> {
  const listed = await listSubscriptions(deps, accountId)
  if ('problem' in listed) return listed.problem
  const asApp = createRequester({ ...deps, tokens: fixedToken(deps.appBearer) })
  for (const { id } of listed.subscriptions) {
    const path = `/2/activity/subscriptions/${id}`
    const answer = await asApp({ endpoint: 'activity-subscriptions', method: 'DELETE', path }, newTally())
    if (!answer.ok && answer.problem.kind !== 'not-found') return answer.problem
  }
  return null
}

interface Subscription {
  readonly id: string
  readonly type: string
  readonly userId: string | null
}

/** The app's subscriptions for one account. The app's token is used: a user's would need permissions nobody asks for. */
async function listSubscriptions(
  deps: ActivityDeps,
  accountId: string
): Promise<{ subscriptions: readonly Subscription[] } | { problem: XProblem }> {
  const asApp = createRequester({ ...deps, tokens: fixedToken(deps.appBearer) })
  const found: Subscription[] = []
  const tokens = new Set<string>()
  let token: string | undefined
  do {
    const query = new URLSearchParams({ max_results: '1000' })
    if (token !== undefined) query.set('pagination_token', token)
    const path = `/2/activity/subscriptions?${query.toString()}`
    const request: ApiRequest = { endpoint: 'activity-subscriptions', method: 'GET', path }
    const answer = await asApp(request, newTally())
    if (!answer.ok) return { problem: answer.problem }
    found.push(...subscriptionsIn(answer.envelope.data))
    token = answer.envelope.meta?.next_token
    // A token that comes twice leads in a circle.
    if (token !== undefined && tokens.has(token)) break
    if (token !== undefined) tokens.add(token)
  } while (token !== undefined)
  return { subscriptions: found.filter((each) => each.userId === accountId) }
}

const WireSubscription = z.object({
  subscription_id: WireId,
  event_type: z.string().catch(''),
  filter: z.object({ user_id: WireId }).optional().catch(undefined)
})

/** The three shapes of x-api.md 3.1: a list, one subscription, or one inside `subscription`. */
function subscriptionsIn(data: unknown): Subscription[] {
  const wrapped = z.object({ subscription: z.unknown() }).safeParse(data)
  const inner: unknown = wrapped.success && wrapped.data.subscription !== undefined ? wrapped.data.subscription : data
  const items: readonly unknown[] = Array.isArray(inner) ? inner : [inner]
  return items.flatMap((item) => {
    const parsed = WireSubscription.safeParse(item)
    if (!parsed.success) return []
    const { subscription_id: id, event_type: type, filter } = parsed.data
    return [{ id, type, userId: filter?.user_id ?? null }]
  })
}
