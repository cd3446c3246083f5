/** What the send check looks for. The order is that of the settings, and of findings about the same place. */
export const sendCheckRules = [
  'placeholder',
  'other-customer',
  'personal-data',
  'link',
  'unanswered-question',
  'language',
  'voice',
  'shouting',
  'greeting',
  'length'
] as const
export type SendCheckRule = (typeof sendCheckRules)[number]
/** With what no lead decides about: a promo code that is another customer’s never leaves. */
export type FindingRule = SendCheckRule | 'promo'

/** `warn`: the send key asks once. `block`: the reply cannot be sent until it is changed. */
export const checkLevels = ['off', 'warn', 'block'] as const
export type CheckLevel = (typeof checkLevels)[number]

export type CheckLevels = Readonly<Record<SendCheckRule, CheckLevel>>

/**
 * What holds until a lead decides. Rules that good replies break now and then are off: bench/send-check.ts counts that,
 * and docs/send-check.md has the figures. What a template left behind is never meant: it does not leave.
 */
export const defaultLevels: CheckLevels = {
  placeholder: 'block',
  'other-customer': 'warn',
  'personal-data': 'warn',
  link: 'warn',
  'unanswered-question': 'warn',
  language: 'warn',
  voice: 'warn',
  shouting: 'warn',
  greeting: 'off',
  length: 'off'
}

/** A word that the brand does not say, as the lead wrote it down. */
export interface VoiceWord {
  readonly word: string
  /** What to say instead; empty when there is no single word for it. */
  readonly instead: string
  /** Why; may be empty. */
  readonly why: string
}

/** What exactly was found; each has words of its own. */
export type FindingKind =
  | 'placeholder'
  | 'leftover'
  | 'blank-greeting'
  | 'greets-other'
  | 'names-other'
  | 'card'
  | 'iban'
  | 'password'
  | 'asks-for-secret'
  | 'http-link'
  | 'local-link'
  | 'broken-link'
  | 'unanswered'
  | 'other-language'
  | 'voice'
  | 'shouting'
  | 'no-greeting'
  | 'too-long'
  | 'promo-code'

/** [start, end) in the text, in UTF-16 units. */
export type Span = readonly [start: number, end: number]

/** What can be done by one key: the span becomes the text. */
export interface Fix {
  readonly span: Span
  readonly text: string
}

export interface Finding {
  readonly rule: FindingRule
  readonly kind: FindingKind
  /** Where it stands; empty when it is about the whole text. */
  readonly spans: readonly Span[]
  /** The words it is about; a language tag for `other-language`, a number of characters for `too-long`. */
  readonly detail: string
  /** The second half of what there is to say: whose name was expected, which word to use, the language of the customer. */
  readonly expected: string
  /** The lead's reason, for `voice`; why a code does not belong there, for `promo-code`. */
  readonly why: string
  readonly fix: Fix | null
}

/** The same finding keeps its key while one types on, so that what was ignored stays ignored. */
export function findingKey(finding: Finding): string {
  return `${finding.kind}:${finding.detail}`
}

export function finding(
  rule: FindingRule,
  kind: FindingKind,
  spans: readonly Span[],
  detail: string,
  more: { readonly expected?: string; readonly why?: string; readonly fix?: Fix | null } = {}
): Finding {
  return { rule, kind, spans, detail, expected: more.expected ?? '', why: more.why ?? '', fix: more.fix ?? null }
}

export interface PersonName {
  readonly name: string
  readonly handle: string | null
}

/** What the check knows about the conversation a reply is for. */
export interface CheckContext {
  /** The customer, or the members of a group. */
  readonly customers: readonly PersonName[]
  /** Names of this account and its team: they may stand anywhere. */
  readonly own: readonly PersonName[]
  /** Customers of other conversations, those with the newest contact first. */
  readonly others: readonly PersonName[]
  /** What the customer wrote last, oldest first. */
  readonly theirs: readonly string[]
  /** How many of `theirs`, from the end, wait for an answer. */
  readonly waiting: number
  /** Whether nothing has been written to this customer before. */
  readonly first: boolean
}

/** What a rule looks at. */
export interface CheckedText {
  readonly text: string
  /** The same text with links, handles and e-mail addresses blanked out, letter for letter: places stay the same. */
  readonly plain: string
}

/** Finds the language of a text; null when that is not certain. */
export type DetectLanguage = (text: string) => DetectedLanguage | null

export interface DetectedLanguage {
  /** ISO 639-1. */
  readonly language: string
  /** The language it might be instead, and how far behind that is (0 to 1). */
  readonly next: string | null
  readonly lead: number
}
