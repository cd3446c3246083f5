import type { OpenWeb, WebAnswer } from '../deps.ts'

type Given = number | { readonly status: number; readonly location: string } | Exclude<WebAnswer['kind'], 'answer'>

export interface ScriptedWeb extends OpenWeb {
  /** `METHOD address`, in order. */
  readonly asked: string[]
  /** Headers of the last request. */
  readonly headers: () => Readonly<Record<string, string>>
  /** How many requests were under way at once at most, in all and of one host. */
  readonly most: { all: number; host: number }
  /** What addresses answer from now on; an address may be given with its method: `HEAD https://…`. */
  answer(answers: Readonly<Record<string, Given | 'silent'>>): void
  /** Without a network every name seems not to exist. */
  network(state: 'up' | 'down'): void
  /** Lets what hangs be. */
  readonly silent: () => number
}

/** An internet that has what a test gives it; every other host does not exist. X's own address answers. */
export function createScriptedWeb(): ScriptedWeb {
  const answers = new Map<string, Given | 'silent'>([['https://api.x.com/', 404]])
  const asked: string[] = []
  const most = { all: 0, host: 0 }
  const underWay: string[] = []
  let headers: Readonly<Record<string, string>> = {}
  let up = true
  let silent = 0
  return {
    asked,
    most,
    headers: () => headers,
    silent: () => silent,
    answer(more) {
      for (const [address, given] of Object.entries(more)) answers.set(address, given)
    },
    network(state) {
      up = state === 'up'
    },
    async ask({ url, method, headers: sent, signal }) {
      asked.push(`${method} ${url.href}`)
      headers = sent
      underWay.push(url.hostname)
      most.all = Math.max(most.all, underWay.length)
      most.host = Math.max(most.host, underWay.filter((host) => host === url.hostname).length)
      await new Promise((resolve) => setImmediate(resolve))
      const given = up ? (answers.get(`${method} ${url.href}`) ?? answers.get(url.href) ?? 'no-host') : 'no-host'
      if (given === 'silent') {
        silent += 1
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
        silent -= 1
      }
      underWay.splice(underWay.indexOf(url.hostname), 1)
      if (given === 'silent') return { kind: 'no-answer' }
      if (typeof given === 'number') return { kind: 'answer', status: given, location: null }
      return typeof given === 'string' ? { kind: given } : { kind: 'answer', ...given }
    }
  }
}
