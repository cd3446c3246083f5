import { quoted } from './our-template.ts'
import { unquoted } from './read-expression.ts'

/** Nothing at all, in the words of Liquid; ours are the same. */
const NOTHING = /^(?:null|nil|blank|empty|""|'')$/u
const OPERAND = String.raw`"[^"]*"|'[^']*'|[^\s"'=!<>]+`
const COMPARISON = new RegExp(
  `^\\s*(${OPERAND})(?:\\s*(==|!=|<=|>=|<|>|\\bcontains\\b)\\s*(${OPERAND}))?\\s*(?:\\b(and|or)\\b|$)`,
  'u'
)
/** More than that nobody writes by hand. */
const MOST_COMPARISONS = 20

/**
 * A condition of Liquid in our names.
 * @param name of the tag: `if`, `unless`, `elsif`, `elseif`, `else`
 * @param nameOf our name for a placeholder; null when we have none
 * @returns the tag; null when ours cannot say it
 */
export function translateCondition(name: string, args: string, nameOf: (path: string) => string | null): string | null {
  if (name === 'else') return args === '' ? '{% else %}' : null
  const words: string[] = [name === 'elseif' ? 'elsif' : name]
  let rest = args
  for (let count = 0; count < MOST_COMPARISONS; count += 1) {
    const match = COMPARISON.exec(rest)
    if (!match) return null
    const [whole, left = '', operator, right = '', joint] = match
    const first = operandOf(left, nameOf)
    if (first === null) return null
    words.push(first)
    if (operator !== undefined) {
      const second = operandOf(right, nameOf)
      if (second === null) return null
      words.push(operator, second)
    }
    if (joint === undefined) return `{% ${words.join(' ')} %}`
    words.push(joint)
    rest = rest.slice(whole.length)
  }
  return null
}

function operandOf(written: string, nameOf: (path: string) => string | null): string | null {
  if (NOTHING.test(written)) return 'blank'
  if (/^-?\d+(?:\.\d+)?$/u.test(written) || written === 'true' || written === 'false') return written
  const text = unquoted(written)
  return text === null ? nameOf(written) : quoted(text)
}
