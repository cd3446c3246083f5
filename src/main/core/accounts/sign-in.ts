import { AppError, toWireError } from '../../../shared/contract/errors.ts'
import type { AccountRow, SignInRow } from '../../../shared/contract/rows.ts'
import type { CoreDeps, RedirectListener } from '../deps.ts'
import type { Live } from '../live/live.ts'
import { beginSignIn, finishSignIn, type PendingSignIn } from '../x/sign-in.ts'
import type { NewAccount } from './add-account.ts'
import { problemError } from './problem-error.ts'

interface UnderWay {
  readonly pending: PendingSignIn
  readonly input: {
    readonly api: string
    readonly auth: string
    readonly clientId: string
    readonly appBearer: string | null
    /** The account whose permission is renewed; null for whoever signs in. */
    readonly expected: { readonly id: string; readonly username: string } | null
  }
  readonly listener: RedirectListener
}

/** One sign-in at a time: from “open X's page” to a connected account. */
export interface SignIn {
  rows(): readonly SignInRow[]
  begin(input: UnderWay['input']): Promise<{ authorizeUrl: string; redirectUri: string }>
  /** With the address the browser was led to, when the loopback address could not be reached by it. */
  finish(callbackUrl: string): Promise<void>
  cancel(): void
}

export function createSignIn(parts: {
  deps: CoreDeps
  live: Live
  add: (account: NewAccount) => Promise<{ account: AccountRow }>
}): SignIn {
  const { deps, live, add } = parts
  let underWay: UnderWay | null = null
  let row: SignInRow | null = null

  const show = (next: SignInRow | null): void => {
    row = next
    live.touch('sign-in')
  }

  const finish = async (current: UnderWay, callbackUrl: string): Promise<void> => {
    if (row) show({ ...row, state: 'finishing', error: null })
    try {
      const { api, auth, clientId, appBearer, expected } = current.input
      const outcome = await finishSignIn(
        { fetch: deps.fetch, clock: deps.clock, apiBase: api, clientId },
        current.pending,
        callbackUrl
      )
      if (!outcome.ok) throw problemError(outcome.problem)
      const { account } = await add({
        api,
        auth,
        clientId,
        practice: false,
        appBearer,
        expected: expected?.id ?? null,
        tokens: outcome.tokens
      })
      underWay = null
      current.listener.close()
      if (row) show({ ...row, state: 'done', account })
    } catch (error) {
      deps.log.warn('sign-in failed', { error })
      if (row) show({ ...row, state: 'failed', error: toWireError(error).message })
      throw error
    }
  }

  const cancel = (): void => {
    underWay?.listener.close()
    underWay = null
    show(null)
  }

  return {
    rows: () => (row ? [row] : []),
    async begin(input) {
      cancel()
      const listener = await deps.listenForRedirect()
      let pending
      try {
        pending = await beginSignIn({
          clientId: input.clientId,
          redirectUri: listener.redirectUri,
          authBase: input.auth
        })
      } catch (error) {
        listener.close()
        throw error
      }
      const current: UnderWay = { pending, input, listener }
      underWay = current
      const { authorizeUrl, redirectUri } = pending
      show({
        id: 'sign-in',
        state: 'waiting',
        authorizeUrl,
        redirectUri,
        again: input.expected?.username ?? null,
        account: null,
        error: null
      })
      listener.arrived.then(
        (url) => (underWay === current ? finish(current, url).catch(() => undefined) : undefined),
        () => undefined
      )
      return { authorizeUrl, redirectUri }
    },
    async finish(callbackUrl) {
      if (!underWay) throw new AppError('not-found', 'No sign-in is under way. Start it again.')
      await finish(underWay, callbackUrl)
    },
    cancel
  }
}
