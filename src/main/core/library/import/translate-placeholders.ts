import type { ImportFormat } from '../../../../shared/domain/library/import-report.ts'
import { ATTRIBUTE, attributeKey } from '../../../../shared/domain/library/template/names.ts'
import type { ElementPlaceholder } from './html-to-plain.ts'
import { markedParts } from './marks.ts'
import { ask, joined, literal, placeholder } from './our-template.ts'
import { attributeOf, ourName, questionOf } from './placeholder-names.ts'
import type { Dialect, RawLoss } from './raw-reply.ts'
import type { Expression } from './read-expression.ts'
import { scanPlaceholders, type ScannedPart } from './scan-placeholders.ts'
import { translateCondition } from './translate-condition.ts'

export interface Translated {
  readonly body: string
  readonly losses: readonly RawLoss[]
  /** Placeholders that stayed as they were, because nothing of ours does what they do. */
  readonly unresolved: readonly string[]
  readonly mapped: readonly { readonly from: string; readonly to: string }[]
}

export interface Wording {
  readonly format: ImportFormat
  readonly dialect: Dialect
  /** Names of the attributes that customers have here. */
  readonly attributes: readonly string[]
}

/** Filters that do the same here as in Liquid. */
const SAME_FILTERS = new Set(['upcase', 'downcase', 'capitalize'])

/**
 * Makes a template of ours of a text of another system. What is no placeholder there is none here, whatever it looks like;
 * what has no counterpart becomes a question to the agent; what does something that we have not stays as it is, as text.
 * @param text may hold marks (`marks.ts`); a text of our own dialect is returned as it is
 */
export function translatePlaceholders(
  text: string,
  elements: readonly ElementPlaceholder[],
  wording: Wording
): Translated {
  const work: Work = { wording, losses: [], unresolved: [], mapped: [] }
  const parts = markedParts(text).flatMap((part): Piece[] => {
    if (part.kind === 'literal') return [{ ours: literal(part.text) }]
    if (part.kind === 'text') {
      if (wording.dialect === 'ours') return [{ ours: part.text }]
      return scanPlaceholders(part.text, wording.dialect).map((scanned) => ({ scanned }))
    }
    const element = elements[part.index]
    return element ? [{ ours: elementOf(element, work) }] : []
  })
  const body = joined(translateAll(parts, work))
  return { body, losses: work.losses, unresolved: work.unresolved, mapped: work.mapped }
}

interface Work {
  readonly wording: Wording
  readonly losses: RawLoss[]
  readonly unresolved: string[]
  readonly mapped: { readonly from: string; readonly to: string }[]
}

/** Ours already, or still theirs. */
type Piece = { readonly ours: string } | { readonly scanned: ScannedPart }

const CONDITIONS = new Set(['if', 'unless'])
const BRANCHES = new Set(['elsif', 'elseif', 'else'])

function translateAll(pieces: readonly Piece[], work: Work): string[] {
  const done: string[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (piece === undefined) break
    if ('ours' in piece) done.push(piece.ours)
    else if (piece.scanned.kind === 'tag') {
      const end = endOfBlock(pieces, index)
      const block = end === null ? null : translateBlock(pieces.slice(index, end + 1), work)
      if (block === null || end === null) {
        const kept = end === null ? [piece] : pieces.slice(index, end + 1)
        done.push(keepBlock(kept, piece.scanned.name, work))
        index = end ?? index
      } else {
        done.push(...block)
        index = end
      }
    } else done.push(translateOne(piece.scanned, work))
  }
  return done
}

/** @returns null when a condition says something that ours cannot say. */
function translateBlock(pieces: readonly Piece[], work: Work): string[] | null {
  const [first] = pieces
  if (!first || !('scanned' in first) || first.scanned.kind !== 'tag' || !CONDITIONS.has(first.scanned.name))
    return null
  const branches = [0]
  let depth = 0
  const tags: string[] = []
  for (const [at, piece] of pieces.entries()) {
    if (!('scanned' in piece) || piece.scanned.kind !== 'tag') continue
    const { name, args } = piece.scanned
    if (CONDITIONS.has(name)) depth += 1
    if (depth === 1 && (at === 0 || BRANCHES.has(name))) {
      const tag = translateCondition(name, args, (path) => nameOf(path, work.wording))
      if (tag === null) return null
      tags.push(tag)
      if (at > 0) branches.push(at)
    }
    if (name.startsWith('end')) depth -= 1
  }
  const ends = [...branches.slice(1), pieces.length - 1]
  const done = branches.flatMap((from, index) => [
    tags[index] ?? '',
    ...translateAll(pieces.slice(from + 1, ends[index]), work)
  ])
  return [...done, `{% end${first.scanned.name} %}`]
}

/** Where the block ends that begins here; null when this begins none, or it has no end. */
function endOfBlock(pieces: readonly Piece[], start: number): number | null {
  let depth = 0
  for (let at = start; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (!piece || !('scanned' in piece) || piece.scanned.kind !== 'tag') continue
    const { name } = piece.scanned
    if (/^(?:if|unless|case|for|capture|comment|raw|tablerow)$/u.test(name)) depth += 1
    else if (name.startsWith('end')) depth -= 1
    if (at === start && depth === 0) return null
    if (depth === 0) return at
  }
  return null
}

function keepBlock(pieces: readonly Piece[], name: string, work: Work): string {
  const whole = pieces.map((piece) => ('ours' in piece ? piece.ours : piece.scanned.raw)).join('')
  work.losses.push({ code: 'conditional-kept', detail: `{% ${name} %}` })
  work.unresolved.push(`{% ${name} %}`)
  return /endraw/u.test(whole) ? literal(whole) : `{% raw %}${whole}{% endraw %}`
}

function translateOne(part: Exclude<ScannedPart, { kind: 'tag' }>, work: Work): string {
  if (part.kind === 'text') return literal(part.raw)
  if (part.kind === 'unreadable') {
    work.losses.push({ code: 'placeholder-kept', detail: part.raw.slice(0, 80) })
    work.unresolved.push(part.raw)
    return literal(part.raw)
  }
  return valueOf(part.expression, part.raw, work)
}

function valueOf({ path, fallback, filters }: Expression, raw: string, work: Work): string {
  const strange = filters.find(({ name, args }) => !SAME_FILTERS.has(name) || args !== '')
  if (strange) {
    work.losses.push({ code: 'filter-kept', detail: raw.slice(0, 80) })
    work.unresolved.push(raw)
    return literal(raw)
  }
  const name = nameOf(path, work.wording)
  if (name === null) return asked({ path, raw, fallback }, work)
  const ours = placeholder(
    name,
    fallback,
    filters.map((filter) => filter.name)
  )
  work.mapped.push({ from: raw, to: ours })
  return ours
}

function elementOf({ path, fallback, asked: byHand }: ElementPlaceholder, work: Work): string {
  const name = byHand ? null : nameOf(path, work.wording)
  if (name === null) return asked({ path, raw: path, fallback }, work, byHand)
  const ours = placeholder(name, fallback)
  work.mapped.push({ from: path, to: ours })
  return ours
}

/** @param expected it is a question there, too: nothing is lost */
function asked(
  { path, raw, fallback }: { readonly path: string; readonly raw: string; readonly fallback: string | null },
  work: Work,
  expected = false
): string {
  const ours = ask(questionOf(path), fallback)
  if (!expected) work.losses.push({ code: 'placeholder-asked', detail: raw.slice(0, 80) })
  work.mapped.push({ from: raw, to: ours })
  return ours
}

/** Our name for a placeholder of another system. An attribute is one only when customers have it here, in any case. */
function nameOf(path: string, { format, attributes }: Wording): string | null {
  const ours = ourName(format, path)
  if (ours !== null) return ours
  const attribute = attributeOf(path)
  if (attribute === null) return null
  const key = attributeKey(attribute)
  return key !== '' && attributes.some((name) => attributeKey(name) === key) ? `${ATTRIBUTE}${key}` : null
}
