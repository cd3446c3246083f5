import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareSendCheck } from '../src/shared/domain/send-check/check.ts'
import { detectLanguage } from '../src/shared/domain/send-check/detect-language.ts'
import {
  type CheckContext,
  type CheckLevels,
  type Finding,
  sendCheckRules
} from '../src/shared/domain/send-check/rule.ts'
import { measure, printTable } from './measure.ts'

/**
 * How often the send check speaks up about replies that real agents sent, and how long it takes for a letter.
 * `npm run bench:send-check -- [--show RULE]` prints the findings of a rule, to judge which of them are false alarms.
 */
interface SharedMessage {
  readonly role: 'customer' | 'agent'
  readonly from: string
  readonly text: string
}

const levels = Object.fromEntries(sendCheckRules.map((rule) => [rule, 'warn'])) as unknown as CheckLevels
const show = process.argv.includes('--show') ? process.argv.at(-1) : undefined
const file = join(import.meta.dirname, '../../shared/data/support-conversations.jsonl')

if (existsSync(file)) countFindings(readFileSync(file, 'utf8'))
else console.log(`The findings are not counted: there is no ${file}.`)
timeLetters()

function countFindings(lines: string): void {
  const counts = new Map<string, number>(sendCheckRules.map((rule) => [rule, 0]))
  let replies = 0
  let clean = 0
  for (const line of lines.trim().split('\n')) {
    const { messages } = JSON.parse(line) as { messages: readonly SharedMessage[] }
    for (const [index, message] of messages.entries()) {
      if (message.role !== 'agent') continue
      replies += 1
      const findings = prepareSendCheck({ context: contextAt(messages, index), levels, voice: [], detectLanguage })(
        asWritten(message.text)
      )
      if (findings.length === 0) clean += 1
      for (const rule of new Set(findings.map((found) => found.rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1)
      for (const found of findings) if (found.rule === show) print(found, message.text)
    }
  }
  console.log(`${replies} replies, ${clean} without a finding`)
  for (const [rule, count] of counts) {
    console.log(`${rule.padEnd(20)} ${String(count).padStart(5)}  ${((count / replies) * 1000).toFixed(1)} per 1,000`)
  }
}

/** Public threads name nobody but by handle, so that names of customers cannot be counted. */
function contextAt(messages: readonly SharedMessage[], index: number): CheckContext {
  const before = messages.slice(0, index)
  const ours = before.findLastIndex((message) => message.role === 'agent')
  const theirs = before.filter((message) => message.role === 'customer').map((message) => asWritten(message.text))
  const waiting = before.slice(ours + 1).filter((message) => message.role === 'customer').length
  return { customers: [], own: [], others: [], theirs, waiting, first: ours === -1 }
}

/** The handle that a public reply begins with is no part of what somebody wrote. */
function asWritten(text: string): string {
  return text
    .replace(/^(?:@\w+\s+)+/u, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
}

function print(found: Finding, text: string): void {
  console.log(`${found.kind}  “${found.detail}” ${found.expected}\n    ${text.replaceAll('\n', ' ')}`)
}

function timeLetters(): void {
  const sentence =
    'Hello Ana, your parcel left our house on 3 May and is on its way to you; follow it at https://parcel.example.com/track?id=12345. '
  const text = sentence.repeat(80).slice(0, 10_000)
  const others = Array.from({ length: 200 }, (_, index) => ({ name: `Person${index} Family${index}`, handle: null }))
  const context: CheckContext = {
    customers: [{ name: 'Ana Silva', handle: 'anas' }],
    own: [{ name: 'Acme Support', handle: 'acme' }],
    others,
    theirs: ['Where is my order? I have been waiting for two weeks now.'],
    waiting: 1,
    first: false
  }
  const voice = Array.from({ length: 100 }, (_, index) => ({ word: `forbidden${index} word`, instead: '', why: '' }))
  const check = prepareSendCheck({ context, levels, voice, detectLanguage })
  printTable([
    measure('a letter at 10,000 characters', 300, (run) => void check(text.slice(0, 9_700 + run))),
    measure('a letter at 200 characters', 300, (run) => void check(text.slice(0, 100 + (run % 100)))),
    measure('opening a conversation', 300, () => void prepareSendCheck({ context, levels, voice, detectLanguage }))
  ])
}
