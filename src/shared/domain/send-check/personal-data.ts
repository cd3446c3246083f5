import { type CheckedText, type Finding, finding, type Span } from './rule.ts'

/** Card numbers, IBANs and passwords do not belong into a message; nor does the question for them. */
export function findPersonalData(checked: CheckedText): Finding[] {
  return [...findCards(checked), ...findIbans(checked), ...findPasswords(checked), ...findQuestions(checked)]
}

const DIGITS = /(?<![\p{L}\p{N}.,_#+/-])(?<![+\d][\d -]{0,6} )\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}_/-]|[.,]\d)/gu
/** Networks that issue cards, with the lengths they use: a long order number is none of them, or fails the check digit. */
const ISSUERS = [
  /^4(?:\d{12}|\d{15}|\d{18})$/u,
  /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/u,
  /^3[47]\d{13}$/u,
  /^3(?:0[0-5]|[689]\d)\d{11}$/u,
  /^(?:6011|65\d\d|64[4-9]\d|62\d\d)\d{12}$/u,
  /^35(?:2[89]|[3-8]\d)\d{12}$/u
]

function findCards({ plain }: CheckedText): Finding[] {
  return [...plain.matchAll(DIGITS)].flatMap(({ 0: written, index }) => {
    const digits = written.replaceAll(/\D/gu, '')
    if (!ISSUERS.some((issuer) => issuer.test(digits)) || !passesLuhn(digits) || /^(\d)\1*$/u.test(digits)) return []
    const span: Span = [index, index + written.length]
    // Nobody needs more than the end of it to know which card is meant.
    return [
      finding('personal-data', 'card', [span], `… ${digits.slice(-4)}`, { fix: { span, text: `…${digits.slice(-4)}` } })
    ]
  })
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - place))
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/gu

function findIbans({ plain }: CheckedText): Finding[] {
  return [...plain.matchAll(IBAN)].flatMap(({ 0: written, index }) => {
    const iban = ibanAtStart(written)
    if (iban === null) return []
    const span: Span = [index, index + iban.length]
    const end = iban.slice(-4)
    return [finding('personal-data', 'iban', [span], `${iban.slice(0, 2)}… ${end}`, { fix: { span, text: `…${end}` } })]
  })
}

/** A word in capitals behind it may look like a part of it: the longest beginning with a right checksum counts. */
function ibanAtStart(written: string): string | null {
  for (let length = written.length; length >= 15; length -= 1) {
    const candidate = written.slice(0, length)
    if (!candidate.endsWith(' ') && hasIbanChecksum(candidate.replaceAll(' ', ''))) return candidate
  }
  return null
}

function hasIbanChecksum(iban: string): boolean {
  if (iban.length < 15 || iban.length > 34) return false
  let rest = 0
  for (const letter of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

const SECRET_WORD =
  'pass ?(?:word|code|phrase)|pwd|pin(?: ?(?:code|number))?|cvv2?|cvc|passwor[dt]|kennwort|contraseña|clave|mot de passe|mdp|senha|wachtwoord|password temporanea|hasło|пароль|şifre|parola|パスワード|暗証番号|密码|密碼|비밀번호|كلمة (?:السر|المرور)|الرقم السري|סיסמה'
/** `password: x`, `your pin is 4711`, `Passwort lautet x`. */
const TOLD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${SECRET_WORD})(?:\\s*[:=：]\\s*|\\s+(?:is|ist|lautet|es|est|é|è|to|هي)\\s*:?\\s+|は\\s?)[“"'「]?([^\\s“”"'「」]{4,64})`,
  'giu'
)

function findPasswords({ plain }: CheckedText): Finding[] {
  return [...plain.matchAll(TOLD)].flatMap(({ 0: said, 1: written = '', index }) => {
    const secret = written.replace(/[.,;!?。、]+$/u, '')
    if (!looksSecret(secret)) return []
    const start = index + said.lastIndexOf(written)
    return [
      finding(
        'personal-data',
        'password',
        [[start, start + secret.length]],
        said.slice(0, said.lastIndexOf(written)).trim()
      )
    ]
  })
}

/** A word of the language is no password: “password: reset” says what to do. */
function looksSecret(text: string): boolean {
  return text.length >= 4 && /\d/u.test(text) && !/^\d+(?:st|nd|rd|th|[-–]\d+)$/u.test(text)
}

const ASKS = [
  "(?:send|dm|share|provide|give|tell|reply with|enter|type|confirm|verify|supply|we(?:’|'|(?: wi)?l)?l? need|(?:may|can|could) (?:we|i) have|what(?:’|'| i)?s)\\b[^.!?\\n]{0,60}?",
  '(?:env[ií]e|env[ií]an?os|mand[ea]nos|comp[aá]rt[ae]|ind[ií]quenos|confirme|dinos|d[ée]nos|facilite)[\\p{L}]*[^.!?\\n]{0,60}?',
  '(?:envoye[zr]|communique[zr]|donne[zr]|indique[zr]|partage[zr]|confirme[zr])[^.!?\\n]{0,60}?',
  '(?:senden|schicken|nennen|teilen|geben|schreiben|schick|nenn)[^.!?\\n]{0,60}?',
  '(?:envie|mande|informe|compartilhe|confirme|passe)[^.!?\\n]{0,60}?'
].join('|')
const NEVER_ASKED =
  'passwords?|passcodes?|pin(?: ?(?:code|number))|cvv2?|cvc|security code|(?<=(?:your|the|full|whole|complete|credit|debit|bank|payment) )card (?:number|details)|social security number|ssn|contraseña|n[uú]mero (?:completo )?de (?:(?:su|tu|la) )?tarjeta|clave secreta|mot de passe|num[ée]ro de (?:votre )?carte|passwort|kennwort|kartennummer|kreditkartennummer|prüfziffer|senha|n[uú]mero do (?:seu )?cart[ãa]o'
const QUESTION = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ASKS})(?<![\\p{L}\\p{N}])(${NEVER_ASKED})(?![\\p{L}\\p{N}])`,
  'giu'
)
/** Japanese and Arabic put the verb behind, or before in other shapes. */
const QUESTION_ELSEWHERE =
  /(?:パスワード|暗証番号|カード番号|セキュリティコード)を(?:お送り|教えて|お知らせ|ご連絡|送って|DM)|(?:أرسل|ارسل|شارك|زودنا|أعطنا)[^.!؟\n]{0,40}(?:كلمة (?:السر|المرور)|رقم البطاقة|الرقم السري)|(?:请|請)(?:发送|提供|告诉|發送|告訴)[^。！？\n]{0,20}(?:密码|密碼|卡号|卡號)/gu
const ALLOWED =
  /\b(?:never|not|don(?:’|')?t|won(?:’|')?t|without|no|nunca|jamais|nie(?:mals)?|nicht|keine?|n[ãa]o|ne|reset(?:s|ting)?|chang(?:e|ing)|new|forgot(?:ten)?|last (?:four|4)|[úu]ltimos|derniers|letzten|quatro)\b|نسيت|لا |勿|不要/iu

function findQuestions({ plain }: CheckedText): Finding[] {
  const found: Finding[] = []
  for (const match of plain.matchAll(QUESTION)) {
    const { 0: asked, 1: what = '', index } = match
    const before =
      plain
        .slice(Math.max(0, index - 30), index)
        .split(/[.!?\n]/u)
        .at(-1) ?? ''
    if (ALLOWED.test(before + asked)) continue
    const start = index + asked.length - what.length
    found.push(finding('personal-data', 'asks-for-secret', [[start, start + what.length]], what))
  }
  for (const { 0: asked, index } of plain.matchAll(QUESTION_ELSEWHERE)) {
    if (ALLOWED.test(asked) || ALLOWED.test(plain.slice(Math.max(0, index - 6), index))) continue
    found.push(finding('personal-data', 'asks-for-secret', [[index, index + asked.length]], asked))
  }
  return found
}
