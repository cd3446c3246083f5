import { z } from 'zod'
import type { SecretStore } from '../deps.ts'

/** The sign-in of one account, as it lies in the secret store: one JSON value per account. */
const StoredTokens = z.object({
  accessToken: z.string().min(1),
  /** Single-use: each refresh gives a new one. Null when the account was added with an access token only. */
  refreshToken: z.string().min(1).nullable().catch(null),
  /** ms since 1970; null when unknown, then only a 401 tells. */
  expiresAt: z.number().nullable().catch(null),
  scope: z.string().catch('')
})
export type Tokens = z.infer<typeof StoredTokens>

function secretName(accountId: string): string {
  return `x-tokens:${accountId}`
}

/** @returns null when there are none, or what is stored is damaged. */
export async function loadTokens(secrets: SecretStore, accountId: string): Promise<Tokens | null> {
  const stored = await secrets.get(secretName(accountId))
  if (stored === null) return null
  try {
    const parsed = StoredTokens.safeParse(JSON.parse(stored))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Resolves when the tokens are durable. */
export async function saveTokens(secrets: SecretStore, accountId: string, tokens: Tokens): Promise<void> {
  await secrets.set(secretName(accountId), JSON.stringify(tokens))
}

export async function deleteTokens(secrets: SecretStore, accountId: string): Promise<void> {
  await secrets.delete(secretName(accountId))
}
