import type { Category } from '../../../shared/domain/conversation.ts'
import { tokenise } from '../search/fold.ts'

/** Signs that stand for words: two together say something. */
const SIGN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u
const SHORTEST = 3

/** Words that say what a message is about before a team has chosen anything; its own choices soon outweigh them. */
const seeds: Readonly<Record<Exclude<Category, 'other'>, string>> = {
  complaint: `disappointed unacceptable terrible awful worst angry ridiculous rude broken damaged late complaint
    enttäuscht unverschämt kaputt beschädigt beschwerde unmöglich verspätet
    déçu inacceptable cassé abîmé réclamation retard honteux
    decepcionado inaceptable roto dañado queja pésimo reclamo
    decepcionada inaceitável quebrado danificado reclamação atrasado
    deluso inaccettabile rotto danneggiato reclamo
    壊れ 最悪 ひどい 遅い شكوى مكسور سيء تأخر`,
  billing: `refund invoice charged payment price billing money paid card receipt subscription voucher
    rückerstattung rechnung abgebucht zahlung bezahlt preis geld gutschein
    remboursement facture paiement payé prix débité
    reembolso factura pago cobrado precio tarjeta
    fatura pagamento cobrança preço cartão
    rimborso fattura pagamento prezzo
    返金 請求 支払い 料金 فاتورة استرداد دفع`,
  technical: `error crash bug login password website app loading update install freezes
    fehler absturz anmelden passwort webseite lädt aktualisierung
    erreur plante connexion mot charge
    contraseña página aplicación fallo
    senha erro aplicativo página
    errore accesso pagina
    エラー ログイン パスワード アプリ خطأ تطبيق`,
  praise: `love great amazing awesome perfect wonderful beautiful happy excellent
    liebe toll super wunderbar perfekt großartig schön
    adore génial parfait magnifique bravo
    encanta genial perfecto maravilloso
    adorei perfeito maravilhoso
    perfetto bellissimo
    素晴らしい 最高 رائع ممتاز`
}

const known = new Map<string, Category>()
for (const [category, words] of Object.entries(seeds)) {
  for (const word of words.split(/\s+/u)) for (const part of wordsOf(word)) known.set(part, category as Category)
}

/** The category that a folded word speaks for, before anything was learned. */
export function seedOf(word: string): Category | null {
  return known.get(word) ?? null
}

/**
 * The words of a text, folded, each once. Of scripts without spaces, each pair of signs is a word; numbers and very short
 * words say nothing.
 */
export function wordsOf(text: string): string[] {
  const words = new Set<string>()
  const tokens = tokenise(text)
  for (const [at, { word, end }] of tokens.entries()) {
    if (SIGN.test(word)) {
      const next = tokens[at + 1]
      if (next && next.start === end && SIGN.test(next.word)) words.add(word + next.word)
    } else if ([...word].length >= SHORTEST && !/\p{N}/u.test(word)) words.add(word)
  }
  return [...words]
}
