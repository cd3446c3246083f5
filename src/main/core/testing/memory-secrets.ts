import type { SecretStore } from '../deps.ts'

export interface MemorySecrets extends SecretStore {
  readonly values: Map<string, string>
  /** What was asked of the store, in order: `get NAME`, `set NAME`, `delete NAME`. */
  readonly calls: string[]
  /** As a locked keychain does: `set` rejects. */
  failToSave(fails: boolean): void
}

export function createMemorySecrets(values: Record<string, string> = {}): MemorySecrets {
  const stored = new Map(Object.entries(values))
  const calls: string[] = []
  let fails = false
  return {
    kind: 'memory',
    values: stored,
    calls,
    failToSave(next) {
      fails = next
    },
    async get(name) {
      calls.push(`get ${name}`)
      return stored.get(name) ?? null
    },
    async set(name, value) {
      calls.push(`set ${name}`)
      if (fails) throw new Error('the keychain is locked')
      stored.set(name, value)
    },
    async delete(name) {
      calls.push(`delete ${name}`)
      stored.delete(name)
    }
  }
}
