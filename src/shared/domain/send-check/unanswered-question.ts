import { askedFor, hasAnswer } from './asked-for.ts'
import { checkedText, folded, unspacedLetters, wordsOf } from './plain.ts'
import { type CheckContext, type CheckedText, type Finding, finding } from './rule.ts'

/** A reply of this length takes the matter up, whatever its words. */
const TAKES_IT_UP = 160
const TAKES_IT_UP_UNSPACED = 25

/** Thanks and goodbyes: what remains of a reply without them is its answer. Folded. */
const PLEASANTRIES = new Set(
  (
    'hi hello hey dear thanks thank you so much very for your the a an and us we our message messages reaching out contacting contact writing patience ' +
    'great wonderful awesome nice good have day evening weekend welcome anytime bye cheers ok okay team from all best regards feedback kind words ' +
    'is it be to of in this that these about with from on at any all ' +
    'sorry so apologies apologize apologise apologizes sincerely deeply truly hear hearing trouble inconvenience inconveniences frustration frustrating ' +
    'experience caused causing happened understand understanding i im we re am are were was do does not how must feel upset disappointing disappointed ' +
    'appreciate really know letting ' +
    'lo sentimos siento mucho sentimos lamentamos lamento las los la molestias inconvenientes ocasionados causadas disculpe disculpa disculpas entendemos esto eso ' +
    'desoles desole desolee nous sommes je suis vraiment pour le la les gene desagrement desagrements occasionne occasionnee excuses toutes nos ' +
    'es tut uns mir leid das wir ich bitten um entschuldigung entschuldigen die unannehmlichkeiten verstehen sehr dafur bitte ' +
    'lamentamos sentimos muito desculpe desculpas pelo transtorno transtornos ocorrido entendemos isso ' +
    'ci dispiace scusiamo scusi disagio per molto ' +
    'hola gracias por su tu mensaje contactarnos escribirnos paciencia buen dia un saludo saludos muchas feliz ' +
    'bonjour merci pour votre ton message de nous avoir contactes patience bonne journee cordialement a bientot beaucoup ' +
    'hallo danke fur ihre deine nachricht geduld vielen dank schonen tag noch viele grusse liebe einen ' +
    'ola oi obrigado obrigada pela pelo sua seu mensagem contato paciencia bom dia ' +
    'ciao grazie per il tuo suo messaggio averci contattato buona giornata'
  ).split(' ')
)
const THANKS_UNSPACED =
  /^(?:(?:ご連絡|お問い合わせ|メッセージ|いつも|ご利用|大変|誠に|どうも|を|いただき|頂き|くださり|ありがとうございます|ありがとうございました|ありがとう|よろしくお願いいたします|よろしくお願いします|感谢您的(?:来信|联系)|谢谢)[\s、。！]*)+$/u

const QUESTION_MARK = /[?？؟]/u

/** A question of the customer that the reply leaves open: it is thanks alone, or has nothing of what was asked for. */
export function unansweredQuestionRule(context: CheckContext): (checked: CheckedText) => Finding[] {
  const waiting = context.waiting === 0 ? [] : context.theirs.slice(-context.waiting)
  const question = lastQuestion(waiting)
  if (question === null) return () => []
  const asked = askedFor(question)
  return (checked) => {
    if (checked.text.trim() === '' || hasLinkOrQuestion(checked)) return []
    const empty = !saysSomething(checked.plain)
    if (!empty && hasAnswer(checked.plain, asked)) return []
    return [finding('unanswered-question', 'unanswered', [], question, { expected: empty ? '' : asked })]
  }
}

/** The last sentence with a question mark, as the customer wrote it. */
function lastQuestion(waiting: readonly string[]): string | null {
  for (const text of waiting.toReversed()) {
    const { plain } = checkedText(text)
    if (!QUESTION_MARK.test(plain)) continue
    const sentences = plain.match(/[^.!?？؟。！\n]+[?？؟]+/gu) ?? []
    const asked = sentences.map((sentence) => sentence.trim()).filter((sentence) => /\p{L}{2}/u.test(sentence))
    const last = asked.at(-1)
    if (last !== undefined) return last.length > 120 ? `…${last.slice(-119)}` : last
  }
  return null
}

/** A link leads to the answer, and a question back asks for what it takes. */
function hasLinkOrQuestion({ text, plain }: CheckedText): boolean {
  return plain !== text || QUESTION_MARK.test(plain)
}

/** Whether there is something besides thanks, regret and goodbyes. What is long, or has a number, is believed. */
function saysSomething(plain: string): boolean {
  if (/\p{N}/u.test(plain)) return true
  if (unspacedLetters(plain) > 0) return plain.length >= TAKES_IT_UP_UNSPACED || !THANKS_UNSPACED.test(plain.trim())
  if (plain.trim().length >= TAKES_IT_UP) return true
  // A name after the greeting says nothing either.
  return wordsOf(withoutAddress(plain)).some((word) => !PLEASANTRIES.has(folded(word.text)))
}

/** Names after a greeting, and the signature of whoever writes. */
function withoutAddress(plain: string): string {
  return plain
    .replace(/^([^\p{L}]*\p{L}+)[ \t]+\p{Lu}[\p{L}\p{M}’'-]*(?=[,!.])/u, '$1')
    .replace(/(?<=\S\s)(?:\p{Lu}[\p{L}\p{M}]+)(?=[!.]?\s*$)/u, (name) => (PLEASANTRIES.has(folded(name)) ? name : ''))
    .replace(/[\^*–—-]\s?\p{L}+\s*$/u, '')
}
