import { spawnSync } from 'node:child_process'
import { constants, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { pickerFigures } from './library-picker.ts'
import { suggesterFigures } from './library-suggester.ts'
import type { Measured } from './measure.ts'
import { catchUp, type CatchUpFigures } from './catch-up.ts'
import { type CoreFigures, coreFigures } from './core-figures.ts'
import type { BuildFigures, DataSet, DataSetOptions } from './data-set.ts'
import { type WindowFigures, windowFigures } from './window/window-figures.ts'
import { startX, type XProcess } from './x-process.ts'

export interface Figures {
  readonly build: BuildFigures
  readonly core: CoreFigures
  readonly library: LibraryFigures
  readonly catchUp: CatchUpFigures
  /** Null when only the core was asked for. */
  readonly window: WindowFigures | null
}

/** Canned replies, ten thousand of them; in a small run a few. */
export interface LibraryFigures {
  readonly replies: number
  readonly picker: readonly Measured[]
  readonly suggester: readonly Measured[]
}

export interface MeasureOptions extends DataSetOptions {
  readonly runs: number
  readonly coreOnly: boolean
  readonly say: (line: string) => void
}

/** Measures on a copy of the data set, so that every run begins with the same. */
export async function measureAll(set: DataSet, options: MeasureOptions): Promise<Figures> {
  const { conversations, runs, seed, say } = options
  const folder = mkdtempSync(path.join(tmpdir(), 'backchannel-bench-'))
  const fresh = (name: string): string => {
    const copy = path.join(folder, name)
    cpSync(set.folder, copy, { recursive: true, mode: constants.COPYFILE_FICLONE })
    return copy
  }
  // What customers wrote in one part would be news in the next.
  const withX = async <T>(work: (x: XProcess) => Promise<T>): Promise<T> => {
    const x = await startX(conversations)
    try {
      return await work(x)
    } finally {
      await x.stop()
    }
  }
  try {
    const copy = fresh('core')
    say('Statements and searches')
    const core = coreFigures(copy, runs, seed)
    say('Canned replies')
    const library = await libraryFigures(runs)
    say('Catch-up')
    // After an absence of more than 500 messages the team is asked whether it wants them.
    const events = Math.min(10_000, Math.max(700, Math.ceil(options.messages / 5)))
    const caughtUp = await withX((x) => catchUp(copy, x, events))
    rmSync(copy, { recursive: true, force: true })
    if (options.coreOnly) return { build: set.figures, core, library, catchUp: caughtUp, window: null }
    say('The window, in a browser')
    ensureBuilt()
    const starts = runs < 100 ? 1 : 5
    const settings = { runs: Math.ceil(runs / 10), starts, catchUp: events }
    const window = await withX((x) => windowFigures(fresh('window'), x, settings))
    return { build: set.figures, core, library, catchUp: caughtUp, window }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function libraryFigures(runs: number): Promise<LibraryFigures> {
  const replies = runs < 100 ? 100 : 10_000
  const each = Math.ceil(runs / 10)
  const picker = await pickerFigures(replies, each)
  return { replies, picker, suggester: suggesterFigures(replies, replies * 10, runs) }
}

/** The window is measured as it is delivered; what is built already is not built again. */
function ensureBuilt(): void {
  const builder = pathToFileURL(path.join(import.meta.dirname, '../scripts/lib/build.mjs'))
  const script = `const { ensureBuilt } = await import(${JSON.stringify(builder.href)}); await ensureBuilt()`
  const stdio = ['ignore', 'ignore', 'inherit'] as const
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { stdio: [...stdio] })
  if (status !== 0) throw new Error('The console could not be built.')
}
