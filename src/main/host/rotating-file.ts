import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'

/**
 * A log file that never grows beyond `maxBytes`: when full it becomes `FILE.1`, and that one `FILE.2`. Opened at the
 * first line, so that a process that is refused the data folder leaves no trace in it. Lines are written at once: the
 * last one before a crash is the one that matters.
 */
export function rotatingFile(file: string, maxBytes: number): { write(line: string): void } {
  let handle: number | null = null
  let size = 0

  function open(): number {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    const opened = openSync(file, 'a', 0o600)
    size = fstatSync(opened).size
    return opened
  }

  function rotate(full: number): number {
    closeSync(full)
    for (const [from, to] of [
      [`${file}.1`, `${file}.2`],
      [file, `${file}.1`]
    ] as const) {
      try {
        renameSync(from, to)
      } catch {
        // There is no such file yet, or it is open elsewhere (Windows): then this one goes on growing.
      }
    }
    return open()
  }

  return {
    write(line) {
      try {
        handle ??= open()
        const bytes = Buffer.from(line)
        if (size > 0 && size + bytes.length > maxBytes) handle = rotate(handle)
        writeSync(handle, bytes)
        size += bytes.length
      } catch {
        // A full disk must not end the program because of its log.
      }
    }
  }
}
