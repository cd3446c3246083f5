import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'

/** A text of the interface, as it stands in the source. */
export interface SourceText {
  readonly key: string
  readonly file: string
  readonly line: number
  /** The names of the values that are given beside it; null where they are not written out. */
  readonly given: readonly string[] | null
}

export interface SourceTexts {
  readonly texts: readonly SourceText[]
  /** What is shown without going through the catalogue, or is worded at the wrong time. */
  readonly problems: readonly string[]
}

/** Every node has these; what else it has depends on its type. */
export interface AnyNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

const WORDING = new Set(['t', 'msg', 'rich'])

/** Attributes whose text somebody reads or hears. */
const SHOWN =
  /^(title|label|placeholder|alt|description|hint|error|header|what|text|caption|aria-(label|description|roledescription|valuetext|placeholder))$/
/** Properties of tables that do: there a single word with a capital is enough. */
const NAMED = /^(title|label|hint|message|advice|what|heading|empty|emptyHint|placeholder)$/
/** Attributes and properties that hold no words, whatever they look like. */
const UNSHOWN =
  /^(className|class|key|id|role|variant|color|href|target|rel|style|[a-z]*[sS]tyles?|d|viewBox|position|data-.*|aria-(?!label|desc|roledesc|valuetext).*|on[A-Z].*|accept|keys|action|group|align|justify|gridTemplate.*|locale|timeZone)$/

/**
 * Reads the sources: the texts that are worded, and what is shown although it is not.
 * @param root the project's folder
 * @param folders relative to it
 * @param shown whether these sources draw on the screen: then no words may stand in them unworded
 */
export function sourceTexts(root: string, folders: readonly string[], shown: boolean): SourceTexts {
  const texts: SourceText[] = []
  const problems: string[] = []
  for (const { file, program, lineOf } of readSources(root, folders)) {
    const found = readProgram(program, shown)
    for (const { node, key, given } of found.texts) texts.push({ key, file, line: lineOf(node), given })
    for (const { node, what } of found.problems) problems.push(`${file}:${lineOf(node)} ${what}`)
  }
  return { texts, problems }
}

/** A file of the product, parsed. */
export interface Source {
  readonly file: string
  readonly source: string
  readonly program: AnyNode
  readonly lineOf: (node: AnyNode) => number
}

/** All files of some folders, but for tests and what serves them. */
export function readSources(root: string, folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
    .toSorted()
    .map((file) => {
      const source = readFileSync(path.join(root, file), 'utf8')
      const program = parseSync(file, source).program as unknown as AnyNode
      return { file, source, program, lineOf: (node) => source.slice(0, node.start).split('\n').length }
    })
}

interface Found {
  readonly texts: { readonly node: AnyNode; readonly key: string; readonly given: readonly string[] | null }[]
  readonly problems: { readonly node: AnyNode; readonly what: string }[]
}

function readProgram(program: AnyNode, shown: boolean): Found {
  const found: Found = { texts: [], problems: [] }

  function visit(node: AnyNode, parents: readonly AnyNode[]): void {
    if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') return
    if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return
    const worded = wordedBy(node)
    if (worded !== null) {
      const [message, values] = worded.args
      if (worded.name === 't' || worded.name === 'rich') {
        if (!parents.some(isFunction))
          found.problems.push({ node, what: `${worded.name}() at the top level of a module: use msg()` })
      }
      const keys = message ? literals(message) : null
      const given = worded.name === 'msg' ? null : namesOf(worded.name === 'rich' ? worded.args[2] : values)
      if (keys === null) {
        if (message && isPutTogether(message))
          found.problems.push({ node, what: 'a text that is put together has no entry in any catalogue' })
      } else for (const key of keys) found.texts.push({ node, key, given })
    } else if (shown) {
      const words = rawWords(node, parents)
      if (words !== null) found.problems.push({ node, what: `not worded: ${JSON.stringify(words)}` })
    }
    const next = [...parents, node]
    for (const child of childrenOf(node)) {
      if (worded !== null && child === worded.args[0]) continue
      visit(child, next)
    }
  }

  visit(program, [])
  return found
}

/** `t(…)`, `msg(…)`, `rich(…)`, and the sentence of an AppError. */
function wordedBy(node: AnyNode): { readonly name: string; readonly args: readonly AnyNode[] } | null {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null
  const name = (node['callee'] as AnyNode)['name']
  const args = node['arguments'] as readonly AnyNode[]
  if (typeof name !== 'string') return null
  if (node.type === 'CallExpression' && WORDING.has(name)) return { name, args }
  return node.type === 'NewExpression' && name === 'AppError' ? { name, args: args.slice(1) } : null
}

/** The strings an expression can be; null when they do not stand in it. */
function literals(node: AnyNode): readonly string[] | null {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return [node['value']]
  if (node.type !== 'ConditionalExpression') return null
  const one = literals(node['consequent'] as AnyNode)
  const other = literals(node['alternate'] as AnyNode)
  return one && other ? [...one, ...other] : null
}

function isPutTogether(node: AnyNode): boolean {
  return node.type === 'TemplateLiteral' || node.type === 'BinaryExpression'
}

function namesOf(node: AnyNode | undefined): readonly string[] | null {
  if (!node) return []
  if (node.type !== 'ObjectExpression') return null
  const properties = node['properties'] as readonly AnyNode[]
  if (properties.some((each) => each.type !== 'Property')) return null
  return properties.map((each) => String((each['key'] as AnyNode)['name'] ?? (each['key'] as AnyNode)['value']))
}

function isFunction(node: AnyNode): boolean {
  return /^(Function|ArrowFunction|Method|PropertyDefinition)/.test(node.type)
}

/** Words for people that stand in the source as they are; null when there are none. */
function rawWords(node: AnyNode, parents: readonly AnyNode[]): string | null {
  const text = textOf(node)
  if (text === null || !/\p{L}{2}/u.test(text.replaceAll(/&\w+;/g, ''))) return null
  if (node.type === 'JSXText') return text.trim()
  const parent = parents.at(-1)
  if (parent?.type === 'Property' && parent['key'] === node) return null
  if (parent?.type === 'BinaryExpression' || parent?.type === 'SwitchCase' || parent?.type === 'ExpressionStatement')
    return null
  const holder = parents.findLast((each) => each.type === 'JSXAttribute' || each.type === 'Property')
  const name = holder ? nameOf(holder) : ''
  if (UNSHOWN.test(name)) return null
  if (parents.some((each) => each.type === 'NewExpression' && (each['callee'] as AnyNode)['name'] === 'Error'))
    return null
  if (holder?.type === 'JSXAttribute' && SHOWN.test(name)) return text
  if (parent === holder && holder?.type === 'Property') {
    if (name.startsWith('aria-') || (NAMED.test(name) && /^\p{Lu}\p{Ll}/u.test(text))) return text
  }
  if (parent?.type === 'JSXExpressionContainer' && parents.at(-2)?.type !== 'JSXAttribute') return text
  // Elsewhere, what looks like a sentence: words with a space between them, or a capital and small letters, then a stop;
  // with something filled in, a word with a capital before it, or small words around it.
  return /^\p{Lu}?\p{Ll}+[’']?\p{Ll}* \p{L}/u.test(text) ||
    /^\p{Lu}\p{Ll}+[.…:!?]$/u.test(text) ||
    /^\p{Lu}\p{Ll}+:? ["“]?…|^["“]?…["”]? (?!px\b|solid\b)\p{Ll}{2,}/u.test(text)
    ? text
    : null
}

function nameOf(node: AnyNode): string {
  const key = (node.type === 'JSXAttribute' ? node['name'] : node['key']) as AnyNode
  return String(key['name'] ?? key['value'] ?? '')
}

function textOf(node: AnyNode): string | null {
  if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node['value'] === 'string'))
    return String(node['value'])
  if (node.type !== 'TemplateLiteral') return null
  return (node['quasis'] as readonly { readonly value: { readonly cooked: string } }[])
    .map((quasi) => quasi.value.cooked)
    .join('…')
}

export function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode))
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
