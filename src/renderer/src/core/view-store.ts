import type { QueryName, QueryParams, QueryRows } from '../../../shared/contract/queries.ts'
import type { CoreClient, LiveState } from '../../../shared/core-client.ts'

/** How long a view that nobody looks at stays live, so that going back is instant. Milliseconds. */
const LINGER = 30_000
/** More views than this do not linger: walking fast through a long list must not burden the core. */
const MOST_LINGERING = 40

interface View {
  state: LiveState<never>
  users: number
  readonly listeners: Set<() => void>
  readonly stop: () => void
  cancelLinger: (() => void) | null
}

const loading: LiveState<never> = { status: 'loading', rows: [] }

/** Runs `run` after `ms`; the returned function takes it back. */
export type Later = (run: () => void, ms: number) => () => void

const realLater: Later = (run, ms) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

function viewKey(name: string, params: object): string {
  return `${name} ${JSON.stringify(Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1)))}`
}

/**
 * Live queries, shared by key. A query is subscribed while somebody uses it and for a while after; rows keep their
 * identity as long as they do not change.
 */
export class ViewStore {
  readonly #client: Pick<CoreClient, 'subscribe'>
  readonly #later: Later
  readonly #views = new Map<string, View>()
  /** Keys without users, the longest unused first. */
  readonly #lingering = new Set<string>()

  constructor(client: Pick<CoreClient, 'subscribe'>, later: Later = realLater) {
    this.#client = client
    this.#later = later
  }

  /** The state as of now; the same object until it changes. */
  peek<N extends QueryName>(name: N, params: QueryParams<N>): LiveState<QueryRows[N]> {
    return this.#views.get(viewKey(name, params))?.state ?? loading
  }

  /** Keeps the query live and calls `listener` after each change, until the returned function is called. */
  use<N extends QueryName>(name: N, params: QueryParams<N>, listener: () => void): () => void {
    const key = viewKey(name, params)
    const view = this.#views.get(key) ?? this.#open(key, name, params)
    this.#lingering.delete(key)
    view.cancelLinger?.()
    view.cancelLinger = null
    view.users += 1
    view.listeners.add(listener)
    let used = true
    return () => {
      if (!used) return
      used = false
      view.listeners.delete(listener)
      view.users -= 1
      if (view.users === 0) this.#linger(key, view)
    }
  }

  /** Opens a query ahead of its use, e.g. for the next conversation. */
  prefetch<N extends QueryName>(name: N, params: QueryParams<N>): void {
    this.use(name, params, () => undefined)()
  }

  #open<N extends QueryName>(key: string, name: N, params: QueryParams<N>): View {
    const view: View = {
      state: loading,
      users: 0,
      listeners: new Set(),
      cancelLinger: null,
      stop: this.#client.subscribe(name, params, (state) => {
        view.state = keepIdentity(view.state, state) as LiveState<never>
        for (const listener of view.listeners) listener()
      })
    }
    this.#views.set(key, view)
    return view
  }

  #linger(key: string, view: View): void {
    this.#lingering.add(key)
    view.cancelLinger = this.#later(() => this.#close(key), LINGER)
    const [oldest] = this.#lingering
    if (this.#lingering.size > MOST_LINGERING && oldest !== undefined) this.#close(oldest)
  }

  #close(key: string): void {
    const view = this.#views.get(key)
    view?.cancelLinger?.()
    view?.stop()
    this.#views.delete(key)
    this.#lingering.delete(key)
  }
}

/** A fresh snapshot (after a reconnect) brings equal rows as new objects; the old ones are kept, so nothing renders again. */
function keepIdentity<R extends { readonly id: string }>(before: LiveState<R>, after: LiveState<R>): LiveState<R> {
  if (before.rows.length === 0 || after.rows.length === 0) return after
  const known = new Map(before.rows.map((row) => [row.id, row]))
  let replaced = false
  const rows = after.rows.map((row) => {
    const old = known.get(row.id)
    if (!old || old === row || JSON.stringify(old) !== JSON.stringify(row)) return row
    replaced = true
    return old
  })
  return replaced ? { ...after, rows } : after
}
