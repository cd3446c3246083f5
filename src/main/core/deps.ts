/**
 * Everything a host must bring; the core has no other door to the outside.
 * @module
 */

import type { DatabaseProbe } from './db/database.ts'

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once after `delay` ms; the returned function cancels. */
  after(delay: number, callback: () => void): () => void
}

/** Fields are named values; the log redacts secrets, and the core never hands it message texts or names. */
export interface Log {
  debug(message: string, fields?: Record<string, unknown>): void
  info(message: string, fields?: Record<string, unknown>): void
  warn(message: string, fields?: Record<string, unknown>): void
  error(message: string, fields?: Record<string, unknown>): void
}

/** Tokens and the database key. Electron: the OS keychain through safeStorage; elsewhere a file with mode 0600. */
export interface SecretStore {
  /** How secrets are kept, for `doctor` and the security notes in the console. */
  readonly kind: 'keychain' | 'file' | 'memory'
  get(name: string): Promise<string | null>
  /** Resolves when the value is durable. */
  set(name: string, value: string): Promise<void>
  delete(name: string): Promise<void>
}

/** Preferences of this desk: small JSON values by name. Written whole on each change. */
export interface SettingsStore {
  all(): Record<string, unknown>
  set(name: string, value: unknown): void
}

/** One sign-in's loopback address, made by the host because the core opens no server. */
export interface RedirectListener {
  readonly redirectUri: string
  /** The full address X sent the browser to; rejects when closed. */
  readonly arrived: Promise<string>
  close(): void
}

/** What came of asking an address. `no-host`: there is no such name. `private`: it does not lie on the open internet. */
export type WebAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly location: string | null }
  | { readonly kind: 'no-host' | 'private' | 'certificate' | 'no-answer' }

/**
 * The open internet, for the links in canned replies, and never what lies beside this machine: an address that is private,
 * after its name was looked up, is not connected to.
 */
export interface OpenWeb {
  /** One request by https. Follows no redirect, reads no body, sends these headers and no others of its own. Never rejects. */
  ask(request: {
    readonly url: URL
    readonly method: 'HEAD' | 'GET'
    readonly headers: Readonly<Record<string, string>>
    readonly signal: AbortSignal
  }): Promise<WebAnswer>
}

export interface CoreDeps {
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Log
  readonly fetch: typeof fetch
  /** Absent: links cannot be checked here. */
  readonly web?: OpenWeb
  /** 0 <= n < 1, for back-off jitter; tests make it predictable. */
  readonly random: () => number
  readonly secrets: SecretStore
  readonly settings: SettingsStore
  /** Opens one of the fixed loopback ports of the sign-in (x-api.md 4: exact match, no any-port rule). */
  readonly listenForRedirect: () => Promise<RedirectListener>
  /**
   * Whether this data folder may show a refresh token to X: false when another copy of it has. Durable when it returns.
   * Absent where there are no other folders.
   */
  readonly claimRefreshToken?: (refreshToken: string) => boolean
  /** Whether sync and outbox run by themselves. The command line drives them by hand. */
  readonly background: boolean
  /** Of the simulation alone: sees each statement and commit, and may end everything there. */
  readonly probe?: DatabaseProbe
}
