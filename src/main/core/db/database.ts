import type BetterSqlite from 'better-sqlite3'
import type { Topic } from '../live/topics.ts'

/** A value SQLite can bind. Booleans are written as 0 and 1 by the caller. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** Reads only: what queries get. Statements are prepared once per text. */
export interface ReadDb {
  all<R>(sql: string, ...values: readonly SqlValue[]): R[]
  get<R>(sql: string, ...values: readonly SqlValue[]): R | undefined
}

/** Inside a transaction: what commands, ingest and the outbox get. */
export interface WriteDb extends ReadDb {
  /** @returns the number of changed rows and the rowid of the last inserted one. */
  run(sql: string, ...values: readonly SqlValue[]): { changes: number; key: number }
  /** Says what this transaction changed; subscribers hear of it after the commit. */
  touch(topic: Topic): void
}

export interface Database extends ReadDb {
  /**
   * Runs `work` in one immediate transaction. It must be synchronous: with a promise inside, other statements would slip
   * into the transaction. Nested calls are refused by SQLite's savepoint-free design here: pass `WriteDb` on instead.
   */
  write<T>(work: (db: WriteDb) => T): T
  /**
   * The same, and returns only when the commit would outlive a power cut. For what cannot be fetched again or must be
   * known before something irrevocable happens: what a person did, and that a reply is about to leave. It costs one
   * flush of the disk; what `write` commits is safe from the death of the process, not from that of the machine.
   */
  writeDurably<T>(work: (db: WriteDb) => T): T
  /** Lets SQLite keep its statistics fresh and closes the file. */
  close(): void
  /** The file itself, for checks. */
  integrity(): string
  readonly encrypted: boolean
}

/** Lets a simulation stop the process at any statement. What `statement` throws is the end of everything. */
export interface DatabaseProbe {
  /** Once the folder is open. `release` lets go of the files as the system does when a process dies. */
  opened(release: () => void): void
  /** Before each statement, `BEGIN` and `COMMIT` included. */
  statement(sql: string): void
  /** After each commit; `durable` when it would outlive a power cut. */
  committed(durable: boolean): void
}

/** @param published called after each commit with what it touched. */
export function wrapDatabase(
  file: BetterSqlite.Database,
  encrypted: boolean,
  published: (topics: ReadonlySet<Topic>) => void,
  probe?: DatabaseProbe
): Database {
  const statements = new Map<string, BetterSqlite.Statement>()
  const prepare = (sql: string): BetterSqlite.Statement => {
    probe?.statement(sql)
    let statement = statements.get(sql)
    if (!statement) {
      statement = file.prepare(sql)
      statements.set(sql, statement)
    }
    return statement
  }
  const read: ReadDb = {
    all: <R>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).all(...values) as R[],
    get: <R>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).get(...values) as R | undefined
  }

  const transaction = <T>(work: (db: WriteDb) => T, durable: boolean): T => {
    const touched = new Set<Topic>()
    prepare('BEGIN IMMEDIATE').run()
    let result
    try {
      result = work({
        ...read,
        run: (sql, ...values) => {
          const info = prepare(sql).run(...values)
          return { changes: info.changes, key: Number(info.lastInsertRowid) }
        },
        touch: (topic) => touched.add(topic)
      })
      if (result instanceof Promise) throw new TypeError('A transaction must be synchronous.')
      prepare('COMMIT').run()
    } catch (error) {
      if (file.inTransaction) file.exec('ROLLBACK')
      throw error
    }
    probe?.committed(durable)
    if (touched.size > 0) published(touched)
    return result
  }

  return {
    ...read,
    encrypted,
    write: (work) => transaction(work, false),
    writeDurably(work) {
      file.pragma('synchronous = FULL')
      try {
        return transaction(work, true)
      } finally {
        file.pragma('synchronous = NORMAL')
      }
    },
    integrity: () => String(file.pragma('integrity_check', { simple: true })),
    close() {
      if (!file.open) return
      file.pragma('optimize')
      file.close()
    }
  }
}
