import {
  LanguageTag,
  MAX_BODY_LENGTH,
  MAX_FOLDER_DEPTH,
  MAX_FOLDER_NAME,
  MAX_REPLY_ACTIONS,
  MAX_REPLY_TAG,
  MAX_REPLY_TAGS,
  MAX_REPLY_TITLE,
  MAX_SHORTCUT,
  MAX_VARIANTS
} from '../../../../shared/domain/library/canned-reply.ts'
import type { ImportLoss, ImportSkip, LossCode } from '../../../../shared/domain/library/import-report.ts'
import { MAX_TAG_NAME } from '../../../../shared/domain/tag.ts'
import { cleanText } from '../../x/clean-text.ts'
import { htmlToPlain } from './html-to-plain.ts'
import type { ImportedAction, ImportedReply } from './imported-reply.ts'
import { markdownToPlain } from './markdown-to-plain.ts'
import { withoutMarks } from './marks.ts'
import type { Markup, RawReply } from './raw-reply.ts'
import { translatePlaceholders, type Translated, type Wording } from './translate-placeholders.ts'

/** HTML may be this much longer than what is left of it. Much nested HTML takes its time. */
const MOST_MARKUP = 200_000

export interface Finishing extends Wording {
  readonly file: string
  /** What names the system in the library: a reply of the same system and id is the same reply. */
  readonly system: string
}

export type Finished =
  | {
      readonly reply: ImportedReply
      readonly losses: readonly ImportLoss[]
      readonly mapped: Translated['mapped']
    }
  | { readonly skip: ImportSkip }

/** Makes a reply of another system one of ours: text, placeholders, limits. What does not fit is cut and said. */
export function finishReply(raw: RawReply, given: Finishing): Finished {
  const title = oneLine(raw.title, MAX_REPLY_TITLE) || oneLine(plainStart(raw.text), MAX_REPLY_TITLE)
  const place = { file: given.file, line: raw.line, reply: title || raw.id }
  const skip = (code: ImportSkip['code'], detail = ''): Finished => ({ skip: { code, detail, ...place } })
  if (raw.text.length > (raw.markup === 'html' ? MOST_MARKUP : MAX_BODY_LENGTH * 2)) return skip('too-long')
  const losses: ImportLoss[] = raw.losses.map((loss) => ({ ...loss, ...place }))
  const lose = (code: LossCode, detail = ''): void => void losses.push({ code, detail: detail.slice(0, 200), ...place })

  const main = toTemplate(raw.text, raw.markup, given)
  const language = languageOf(raw.language, lose)
  const variants = raw.variants
    .flatMap(({ language: written, text }) => {
      const tag = languageOf(written, lose)
      return tag === null || text.trim() === '' ? [] : [{ language: tag, ...toTemplate(text, raw.markup, given) }]
    })
    .filter(
      ({ language: tag }, index, all) => tag !== language && all.findIndex((other) => other.language === tag) === index
    )
    .slice(0, MAX_VARIANTS)
  const templates = [main, ...variants]
  // Signs that cannot be seen are no text, and no title either.
  if (main.body.trim() === '' || title === '') return skip('no-text')
  const longest = Math.max(...templates.map(({ body }) => body.length))
  if (longest > MAX_BODY_LENGTH) return skip('too-long', String(longest))
  for (const template of templates) for (const loss of template.losses) lose(loss.code, loss.detail)
  if (oneLine(raw.title, Number.MAX_SAFE_INTEGER).length > title.length && raw.title.trim() !== '') {
    lose('title-cut', raw.title)
  }
  if (!raw.active) lose('inactive')

  const reply: ImportedReply = {
    source: {
      system: given.system,
      id: (raw.id ?? [...raw.folder, raw.shortcut ?? title].join('/')).slice(0, 400),
      updatedAt: raw.updatedAt
    },
    file: given.file,
    line: raw.line,
    content: {
      title,
      shortcut: shortcutOf(raw.shortcut, lose),
      body: main.body,
      language,
      variants: variants.map(({ language: tag, body }) => ({ language: tag, body })),
      ...dates(raw, lose)
    },
    placement: {
      kind: raw.kind,
      folder: folderOf(raw.folder, lose),
      tags: tagsOf(raw.tags, lose),
      ...scopeOf(raw, lose)
    },
    actions: actionsOf(raw.actions, lose),
    active: raw.active,
    usageCount: raw.usageCount,
    unresolved: templates.flatMap(({ unresolved }) => unresolved)
  }
  return { reply, losses: distinct(losses), mapped: templates.flatMap(({ mapped }) => mapped) }
}

type Lose = (code: LossCode, detail?: string) => void

function toTemplate(text: string, markup: Markup, wording: Wording): Translated {
  const clean = withoutMarks(cleanText(decodeBraces(text, wording))).replaceAll(/\r\n?/gu, '\n')
  const plain =
    markup === 'html'
      ? htmlToPlain(clean)
      : { elements: [], ...(markup === 'markdown' ? markdownToPlain(clean) : { text: clean, losses: [] }) }
  const tidy = wording.dialect === 'ours' ? plain.text : plain.text.replaceAll(/(?<![ \t])[ \t]+$/gmu, '').trim()
  const translated = translatePlaceholders(tidy, plain.elements, wording)
  return { ...translated, losses: [...plain.losses, ...translated.losses] }
}

/** Editors of Help Scout write `%7B%25customer.firstName%25%7D` where the placeholder stands in an address. */
function decodeBraces(text: string, { dialect }: Wording): string {
  if (dialect !== 'percent') return text
  return text.replaceAll(/%7B%25([\s\S]{1,200}?)%25%7D/giu, (_match, inside: string) => `{%${decoded(inside)}%}`)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function oneLine(text: string, longest: number): string {
  const flat = withoutMarks(cleanText(text))
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const characters = [...flat]
  return characters.length <= longest
    ? flat
    : characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd() + '…'
}

/** What a reply without a title is called: how it begins. */
function plainStart(text: string): string {
  return [...text.slice(0, 400).replaceAll(/<[^>]*>/gu, ' ')].slice(0, 60).join('')
}

function shortcutOf(written: string | null, lose: Lose): string | null {
  if (written === null || written.trim() === '') return null
  const wanted = written.normalize('NFC').trim().replace(/^\/+/u, '').toLocaleLowerCase('en')
  const ours = [
    ...withoutMarks(cleanText(wanted))
      .replaceAll(/[\s/\p{Cc}]+/gu, '-')
      .replaceAll(/^-+|-+$/gu, '')
  ]
    .slice(0, MAX_SHORTCUT)
    .join('')
  if (ours !== wanted) lose('shortcut-changed', written)
  return ours === '' ? null : ours
}

function folderOf(written: readonly string[], lose: Lose): string[] {
  const names = written.map((name) => oneLine(name, MAX_FOLDER_NAME)).filter((name) => name !== '')
  const cut = names.some((name, index) => name !== written[index]?.trim() && name.endsWith('…'))
  if (cut || names.length > MAX_FOLDER_DEPTH) lose('folder-cut', written.join(' / '))
  return names.slice(0, MAX_FOLDER_DEPTH)
}

function tagsOf(written: readonly string[], lose: Lose): string[] {
  const names = new Map<string, string>()
  for (const tag of written) {
    const name = oneLine(tag, MAX_REPLY_TAG)
    if (name === '') continue
    if (name.endsWith('…') && !tag.trim().endsWith('…')) lose('tag-cut', tag)
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name)
  }
  if (names.size > MAX_REPLY_TAGS) lose('too-many-tags', String(names.size))
  return [...names.values()].slice(0, MAX_REPLY_TAGS)
}

function scopeOf(raw: RawReply, lose: Lose): { scope: RawReply['scope']; team: string | null } {
  if (raw.scope !== 'team') return { scope: raw.scope, team: null }
  const team = raw.team === null ? '' : oneLine(raw.team, MAX_FOLDER_NAME)
  if (team !== '') return { scope: 'team', team }
  lose('scope', '')
  return { scope: 'everyone', team: null }
}

function actionsOf(written: readonly ImportedAction[], lose: Lose): ImportedAction[] {
  const actions = new Map<string, ImportedAction>()
  for (const action of written) {
    const kept = action.kind === 'tag' ? { ...action, name: oneLine(action.name, MAX_TAG_NAME) } : action
    if (kept.kind === 'tag' && kept.name === '') continue
    actions.set(JSON.stringify(kept).toLowerCase(), kept)
  }
  if (actions.size > MAX_REPLY_ACTIONS) lose('too-many-actions', String(actions.size))
  return [...actions.values()].slice(0, MAX_REPLY_ACTIONS)
}

function languageOf(written: string | null, lose: Lose): string | null {
  if (written === null || written.trim() === '') return null
  const parsed = LanguageTag.safeParse(written.trim().replaceAll('_', '-'))
  if (parsed.success) return parsed.data
  lose('language-unknown', written)
  return null
}

function dates(raw: RawReply, lose: Lose): { effectiveFrom: number | null; expiresAt: number | null } {
  const { effectiveFrom, expiresAt } = raw
  if (effectiveFrom === null || expiresAt === null || effectiveFrom < expiresAt) return { effectiveFrom, expiresAt }
  lose('date-unknown', new Date(expiresAt).toISOString())
  return { effectiveFrom: null, expiresAt: null }
}

function distinct(losses: readonly ImportLoss[]): ImportLoss[] {
  const seen = new Set<string>()
  return losses.filter(({ code, detail }) => {
    const key = `${code} ${detail}`
    return !seen.has(key) && seen.add(key)
  })
}
