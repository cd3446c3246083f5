import { AppError } from '../../shared/contract/errors.ts'
import type { SecretStore, SettingsStore } from '../core/deps.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'

/** The worker's side of the keychain: the main process alone can reach it. */
export function workerSecrets(
  kind: WorkerStart['secretsKind'],
  send: (message: FromWorker) => void
): { readonly store: SecretStore; answered(message: Extract<ToWorker, { t: 'secret' }>): void } {
  const waiting = new Map<number, PromiseWithResolvers<string | null>>()
  let nextId = 1

  function ask(action: 'get' | 'set' | 'delete', name: string, value: string | null): Promise<string | null> {
    const id = nextId++
    const answer = Promise.withResolvers<string | null>()
    waiting.set(id, answer)
    send({ t: 'secret', id, action, name, value })
    return answer.promise
  }

  return {
    store: {
      kind,
      get: (name) => ask('get', name, null),
      set: async (name, value) => void (await ask('set', name, value)),
      delete: async (name) => void (await ask('delete', name, null))
    },
    answered: ({ id, value, problem }) => {
      const answer = waiting.get(id)
      waiting.delete(id)
      if (problem) answer?.reject(AppError.fromWire(problem))
      else answer?.resolve(value)
    }
  }
}

/** The worker's copy of the preferences; the main process writes them down. */
export function workerSettings(initial: Record<string, unknown>, send: (message: FromWorker) => void): SettingsStore {
  let current = initial
  return {
    all: () => ({ ...current }),
    set: (name, value) => {
      current = { ...current, [name]: value }
      send({ t: 'setting', name, value })
    }
  }
}
