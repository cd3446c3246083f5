import { folded, wordsOf } from './plain.ts'
import { type CheckedText, type Finding, finding, type FindingKind, type Span } from './rule.ts'
import { GREETING } from './salutation.ts'

interface Shape {
  readonly kind: FindingKind
  readonly expression: RegExp
  readonly means?: (inside: string, found: RegExpMatchArray) => boolean
  /** Looked for in links and handles as well. */
  readonly everywhere?: true
}

/** Words that name something to be filled in, in the languages replies are written in. Folded. */
const FIELDS = new Set(
  (
    'name firstname lastname first last customer client user username agent order number id date time link url email ' +
    'address amount price code product item company brand team phone your insert enter here fill placeholder text topic ' +
    'nombre apellido cliente pedido numero fecha hora enlace correo direccion importe codigo producto empresa tu su aqui ' +
    'nom prenom commande date heure lien adresse montant produit votre ici vorname nachname kunde kundenname bestellung ' +
    'bestellnummer nummer datum uhrzeit adresse betrag produkt firma ihr hier nome sobrenome pedido numero data hora ' +
    'link endereco valor produto empresa seu aqui cognome ordine numero importo prodotto naam voornaam bestelling'
  ).split(' ')
)

/** Notes in brackets that people write on purpose. */
const MARKS = new Set(
  'edit update solved closed sic fixed spoiler info faq new wip nsfw en es fr de pt it jp'.split(' ')
)

function namesField(inside: string): boolean {
  const words = wordsOf(inside.replaceAll('_', ' ')).map((word) => folded(word.text))
  return words.length > 0 && words.length <= 6 && words.some((word) => FIELDS.has(word))
}

function isBracketField(inside: string): boolean {
  if (MARKS.has(inside.trim().toLowerCase())) return false
  const letters = inside.replaceAll(/[^\p{L}]/gu, '')
  const capitals = letters.length >= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  return (
    capitals ||
    namesField(inside) ||
    /^(?:お?名前|お客様名|氏名|様名|注文番号|日付|姓名|订单号|الاسم|اسم العميل|رقم الطلب)$/u.test(inside.trim())
  )
}

/** “null” is a number in German, and void in a contract. */
function isLeftNull(found: RegExpMatchArray): boolean {
  const text = found.input ?? ''
  const at = found.index ?? 0
  const before = text.slice(Math.max(0, at - 24), at)
  const after = text.slice(at + 4, at + 12)
  if (/(?:ist|auf|bei|unter|über|plus|minus|gleich|von|nicht|zu)\s$/iu.test(before) || /^\s+and void/iu.test(after))
    return false
  return (
    /(?:^|[\n:#]\s*|(?:order|number|code|item|pedido|commande|bestellung|nummer|name|hi|hello|hey|dear|hola|hallo|bonjour)\s+)$/iu.test(
      before
    ) ||
    (/^\s*(?:[,.!?;:)\n]|$)/u.test(after) && !/\p{L}\s$/u.test(before.slice(-3)))
  )
}

/** Talk about the thing itself: “undefined behaviour”, “it says ‘NaN’”, “an undefined variable”. */
function isLeftWord(found: RegExpMatchArray): boolean {
  const text = found.input ?? ''
  const at = found.index ?? 0
  const before = text.slice(Math.max(0, at - 32), at)
  const after = text.slice(at + found[0].length, at + found[0].length + 20)
  if (
    /^ (?:behaviou?rs?|variables?|values?|references?|functions?|methods?|propert|symbols?|index|terms?|errors?)/iu.test(
      after
    )
  )
    return false
  if (/(?:^|\s)(?:an|as|returns?) $/iu.test(before)) return false
  return !/(?:says?|said|shows?|showing|displays?|reads?|error|message|word|returns?)[ :]{1,2}["“”'‘’«`„]$/iu.test(
    before
  )
}

/** The end of a placeholder whose beginning was deleted: nothing on the line opens it. */
function isStrayEnd(found: RegExpMatchArray): boolean {
  const before = (found.input ?? '').slice(Math.max(0, (found.index ?? 0) - 80), found.index)
  return !before.slice(before.lastIndexOf('\n') + 1).includes('{')
}

const shapes: readonly Shape[] = [
  // Whatever stands in between, over lines too: labels of questions are long. Without an end, the rest of the line.
  {
    kind: 'placeholder',
    expression: /\{\{(?:(?:(?!\{\{)[^]){0,600}?\}\}|[^{}\n]{0,80}\}?)/gu,
    everywhere: true
  },
  { kind: 'placeholder', expression: /\{%(?:(?:(?!\{%)[^]){0,600}?%\}|[^{}\n]{0,80})/gu, everywhere: true },
  { kind: 'placeholder', expression: /[\p{L}\p{M}\p{N}_.|"'”]{1,60} ?\}\}/gu, means: (_, found) => isStrayEnd(found) },
  { kind: 'placeholder', expression: /[#$]\{[^{}\n]{0,60}\}/gu },
  { kind: 'placeholder', expression: /(?<![{#$])\{\s*[\p{L}_][\p{L}\p{M}\p{N}_.| -]{0,40}\}(?!\})/gu },
  { kind: 'placeholder', expression: /%(?!20|2f|3a)[A-Za-z][A-Za-z_]{2,29}%/giu },
  { kind: 'placeholder', expression: /\[([^[\]\n]{1,40})\](?!\()/gu, means: isBracketField },
  { kind: 'placeholder', expression: /［([^［］\n]{1,40})］|【([^【】\n]{1,40})】/gu, means: isBracketField },
  { kind: 'placeholder', expression: /<\s*([\p{L}][\p{L}\p{M}\p{N}_ -]{2,40})>/gu, means: namesField },
  { kind: 'placeholder', expression: /(?<![\p{L}\p{N}#*-])X{3,}(?![\p{L}\p{N}#*-])/gu },
  { kind: 'placeholder', expression: /(?<![\p{L}\p{N}_])_{3,}(?![\p{L}\p{N}_])/gu },
  { kind: 'placeholder', expression: /(?<!\p{L})lorem ipsum(?!\p{L})/giu },
  { kind: 'placeholder', expression: /(?<!\p{L})(?:TODO:|FIXME)/gu },
  {
    kind: 'leftover',
    expression: /(?<![\p{L}\p{N}])(?:undefined|NaN)(?![\p{L}\p{N}])/gu,
    means: (_, found) => isLeftWord(found)
  },
  { kind: 'leftover', expression: /\[object \p{Lu}\p{L}+\]|(?<![\p{L}\p{N}])Invalid Date(?![\p{L}\p{N}])/gu },
  // In a link: https://example.com/orders/undefined, ?order=null.
  {
    kind: 'leftover',
    expression:
      /(?<=https?:\/\/[^\s]{1,200}(?:=|orders?\/|track(?:ing)?\/))(?:undefined|null|NaN)(?=$|[/&?#.,;:!)\s])/gu,
    everywhere: true
  },
  { kind: 'leftover', expression: /(?<![\p{L}\p{N}-])null(?![\p{L}\p{N}-])/gu, means: (_, found) => isLeftNull(found) }
]

/** “Hi ,”: there was to be a name. Some languages put a space before `!` and `:`, none before a comma. */
const BLANK = new RegExp(`(?:^|\\n)[^\\p{L}\\p{N}\\n]*(?:${GREETING})(?:[ \\t]+[,،、]|[ \\t]*[ \\t](?=\\n))`, 'giu')
/** These need a name behind them even without the space. */
const BARE =
  /(?:^|\n)[ \t]*(?:dear|estimad[oa]|querid[oa]|prezad[oa]|car[oa]|ch[eè]re?|liebe|lieber|sehr geehrte[rs]?|geachte|gentile|sayın|عزيزي)[ \t]*,/giu

/** What a template left behind: fields that were not filled, and empty places where a name should be. */
export function findPlaceholders({ plain, text }: CheckedText): Finding[] {
  const found: Finding[] = []
  for (const { kind, expression, means, everywhere } of shapes) {
    for (const match of (everywhere ? text : plain).matchAll(expression)) {
      if (means && !means(match[1] ?? match[2] ?? '', match)) continue
      const span: Span = [match.index, match.index + match[0].length]
      if (!found.some((other) => overlap(other.spans[0], span)))
        found.push(finding('placeholder', kind, [span], match[0]))
    }
  }
  for (const expression of [BLANK, BARE]) {
    for (const match of plain.matchAll(expression)) {
      const lead = match[0].length - match[0].trimStart().length
      const span: Span = [match.index + lead, match.index + match[0].trimEnd().length]
      if (handleStood(plain, match)) continue
      if (!found.some((other) => overlap(other.spans[0], span))) {
        found.push(finding('placeholder', 'blank-greeting', [span], match[0].trim()))
      }
    }
  }
  return found
}

/** A handle that was blanked out was the name: `Hi @ana, …` is whole. */
function handleStood(plain: string, match: RegExpMatchArray): boolean {
  return /[ \t]{2,}[,،、]?$/u.test(match[0]) || plain === ''
}

function overlap(first: Span | undefined, second: Span): boolean {
  return first !== undefined && first[0] < second[1] && second[0] < first[1]
}
