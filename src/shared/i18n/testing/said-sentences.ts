import { type AnyNode, childrenOf, readSources } from './source-texts.ts'

/** A sentence that the core says by itself, as it stands in the source: `{name}` for what is filled in. */
export interface SaidSentence {
  readonly sentence: string
  readonly place: string
  /** Whether something is filled in by the core; otherwise the sentence is a key as it stands. */
  readonly open: boolean
}

/** Statements of SQL and headers begin with a capital, too. */
const TECHNICAL =
  /^(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ATTACH|PRAGMA|DROP|ALTER|BEGIN|AND|NOT|CASE)\b|\b(WHERE|FROM|SELECT) |^Bearer /
/** A capital and words, or one word that is a whole label: what an undo takes back. */
const SENTENCE = /^["“]?\p{Lu}[\p{L}'’-]*[ .,].*\p{L}{2}|^\p{Lu}\p{Ll}{3,}$/su
/** What begins with a name, a place or the like. */
const BEGINS_OPEN = /^(?:["“]?\{\w+\}[^ ]{0,2}|\d+) [\p{L}\d{].*\p{L}.* .*([.?!]|\{\w+\})$/su
/** A pattern whose beginning is chosen. */
const BEGINS_CHOSEN = /^\{\w+, (plural|select), /
/** Where words go that nobody reads in a window. */
const UNREAD = /(^|\.)log\.(debug|info|warn|error)$/

/**
 * Reads all that looks like a sentence, but for what is worded already, is logged, or ends as an internal error.
 * @param root the project's folder
 * @param folders relative to it
 * @param unread files whose words are for the command line only, or are worded by the window in its own way
 */
export function saidSentences(root: string, folders: readonly string[], unread: RegExp): SaidSentence[] {
  return readSources(root, folders).flatMap(({ file, source, program, lineOf }) => {
    if (unread.test(file) || /\/migrations\/|sql\.ts$/.test(file)) return []
    const said: SaidSentence[] = []
    function visit(node: AnyNode): void {
      if (/^(Import|ExportAll)/.test(node.type)) return
      if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return
      if (node.type === 'CallExpression' || node.type === 'NewExpression') {
        const callee = node['callee'] as AnyNode
        const name = source.slice(callee.start, callee.end)
        if (UNREAD.test(name) || name === 'AppError' || (name.endsWith('Error') && !file.includes('/archive/'))) {
          for (const child of childrenOf(node))
            if (child.type !== 'Literal' && child.type !== 'TemplateLiteral') visit(child)
          return
        }
      }
      for (const sentence of sentencesOf(node)) {
        const text = sentence.trim()
        if (looksSaid(text))
          said.push({
            sentence: text,
            place: `${file}:${lineOf(node)}`,
            open: node.type !== 'Literal' && /\{\w+\}/.test(text)
          })
      }
      if (!isText(node)) for (const child of childrenOf(node)) visit(child)
    }
    visit(program)
    return said
  })
}

function looksSaid(text: string): boolean {
  if (TECHNICAL.test(text) || !/\p{L}{2}/u.test(text.replaceAll(/\{\w+\}/g, ''))) return false
  return SENTENCE.test(text) || BEGINS_OPEN.test(text) || BEGINS_CHOSEN.test(text)
}

function isText(node: AnyNode): boolean {
  return node.type === 'Literal' || node.type === 'TemplateLiteral' || isConcatenation(node)
}

/** The strings that a literal, a template or a sum of them can be. */
function sentencesOf(node: AnyNode): string[] {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : []
  return node.type === 'TemplateLiteral' || isConcatenation(node) ? variants(node) : []
}

function variants(node: AnyNode): string[] {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return [node['value']]
  if (node.type === 'ConditionalExpression')
    return [...variants(node['consequent'] as AnyNode), ...variants(node['alternate'] as AnyNode)]
  if (isConcatenation(node)) {
    const ends = variants(node['right'] as AnyNode)
    return variants(node['left'] as AnyNode).flatMap((start) => ends.map((end) => start + end))
  }
  if (node.type !== 'TemplateLiteral') return [`{${nameOf(node)}}`]
  const parts = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]
  const holes = node['expressions'] as readonly AnyNode[]
  let all = ['']
  for (const [index, part] of parts.entries()) {
    const hole = holes[index]
    const ends = hole === undefined ? [''] : variants(hole)
    all = all.flatMap((start) => ends.map((end) => start + part.value.cooked + end))
  }
  return all
}

function isConcatenation(node: AnyNode): boolean {
  return node.type === 'BinaryExpression' && node['operator'] === '+'
}

function nameOf(node: AnyNode): string {
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return String(node['name'])
  if (node.type === 'MemberExpression') return nameOf(node['property'] as AnyNode)
  if (node.type === 'CallExpression') return nameOf(node['callee'] as AnyNode)
  return 'value'
}
