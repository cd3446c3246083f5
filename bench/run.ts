/**
 * npm run bench -- [--messages N] [--conversations N] [--seed S] [--runs N] [--fresh] [--core] [--json | --markdown]
 * Measures every line of DESIGN.md section 7. See docs/performance.md.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { dataSet } from './data-set.ts'
import { measureAll } from './measure-all.ts'
import { machineWords, missingFigures, printJson, printMarkdown, printTables } from './report.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    conversations: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    /** Of each statement; of each key a tenth of it. */
    runs: { type: 'string', default: '400' },
    /** Builds the data set again. */
    fresh: { type: 'boolean', default: false },
    /** Leaves the browser out. */
    core: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    /** A small run for `npm test`: everything must be measured, however slow this machine is. Leaves nothing behind. */
    smoke: { type: 'boolean', default: false }
  }
})
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const options = values.smoke
  ? { messages: 1_500, conversations: 150, seed: 1, runs: 10, coreOnly: false }
  : {
      messages: Number(values.messages),
      conversations: Number(values.conversations),
      seed: Number(values.seed),
      runs: Number(values.runs),
      coreOnly: values.core
    }
const set = await dataSet(options, values.fresh || values.smoke, say)
const figures = await measureAll(set, { ...options, say })
const report = { machine: machineWords(), date: new Date().toISOString(), ...options, ...figures }
if (values.smoke) {
  rmSync(set.folder, { recursive: true, force: true })
  const missing = missingFigures(report)
  for (const name of missing) say(`Not measured: ${name}`)
  if (missing.length > 0) process.exitCode = 1
} else if (values.json) printJson(report)
else if (values.markdown) printMarkdown(report)
else printTables(report)
