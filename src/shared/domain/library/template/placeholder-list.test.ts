import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { templateTags } from './blocks.ts'
import { templateOutputs } from './check-body.ts'
import { dateFormats } from './dates.ts'
import { templateFilterNames } from './filters.ts'
import { templateNames } from './names.ts'
import { sampleAnswers, sampleContext, templateExamples } from './placeholder-list.ts'
import { templateProblems } from './problems.ts'
import { questionTypes } from './read-ask.ts'
import { renderTemplate } from './render.ts'

const page = readFileSync(new URL('../../../../../docs/placeholders.md', import.meta.url), 'utf8')
const documented = [...page.matchAll(/^\| `(.+?)`\s+\| `(.+?)`\s+\|$/gmu)].map(([, source = '', shows = '']) => ({
  source: source.replaceAll('\\|', '|'),
  shows
}))

test.each(templateExamples)('$source', ({ source, shows }) => {
  expect(templateProblems(source, { fragments: sampleContext.fragments ?? new Map() })).toEqual([])
  expect(renderTemplate(source, sampleContext, sampleAnswers).text).toBe(shows)
})

test('the page has the examples, all of them and no others', () => {
  expect(documented).toEqual(templateExamples.map(({ source, shows }) => ({ source, shows })))
})

test('there is an example of everything', () => {
  const all = templateExamples.map(({ source }) => source).join('\n')
  for (const name of templateNames) expect(all).toContain(name)
  for (const filter of templateFilterNames) expect(all).toContain(`| ${filter}`)
  for (const tag of templateTags) expect(all).toContain(`{% ${tag}`)
  for (const output of templateOutputs) expect(all).toContain(`{{ ${output}`)
  for (const format of dateFormats) expect(page).toContain(`"${format}"`)
  for (const type of questionTypes) expect(page).toContain(`"${type}"`)
})
