/** What is wrong in a template, and where. The words are the renderer's. */
export interface TemplateProblem {
  /** Language of the body it stands in; null: the main one. */
  readonly language: string | null
  /** Both from 1 on; columns count UTF-16 units. */
  readonly line: number
  readonly column: number
  /** Offsets into the body, UTF-16 units. */
  readonly from: number
  readonly to: number
  readonly code: TemplateProblemCode
  /** What it is about, as it is written there: the name, the filter, the fragment. */
  readonly detail: string
  /** What was probably meant (`customer.first_name`); null when nothing is near. */
  readonly instead: string | null
}

export const templateProblemCodes = [
  /** It cannot be read: a brace or a quote is missing. */
  'syntax',
  /** `{% if %}` without its end, or an end without a beginning. */
  'unclosed',
  'unknown-placeholder',
  /** Right but for its case: `{{Customer.First_Name}}`. */
  'wrong-case',
  'unknown-filter',
  'unknown-tag',
  /** A filter or a tag with something that it does not take. */
  'wrong-argument',
  'unknown-fragment',
  /** It contains itself, maybe through others; `detail` names the way. */
  'cycle',
  'two-cursors',
  /** Nothing would be left to send. */
  'empty'
] as const
export type TemplateProblemCode = (typeof templateProblemCodes)[number]
