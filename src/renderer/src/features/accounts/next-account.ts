/** The account shown after this one: all of them together, then each alone, then all again. */
export function nextAccount(accounts: readonly string[], shown: string | null): string | null {
  const at = shown === null ? -1 : accounts.indexOf(shown)
  return accounts[at + 1] ?? null
}
