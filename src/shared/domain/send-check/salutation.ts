/** How messages begin in many languages. As regular expressions: spaces stand for any space, letters in either case. */
const OPENINGS = [
  // English
  'hi+(?:ya)?|hello+|hey+|heya|hiya|howdy|dear|greetings|good (?:morning|afternoon|evening|day)|welcome|morning|evening',
  // Spanish, Catalan, Portuguese, Italian, French, Romanian
  'hola|buen[oa]s(?: (?:d[ií]as|tardes|noches))?|buen d[ií]a|estimad[oa]s?|querid[oa]s?|saludos|bon dia|bones',
  'ol[áa]|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?',
  'ciao|buon ?giorno|buona ?sera|salve|gentil[ei]|bonjour|bonsoir|salut|coucou|ch[eè]re?s?|bun[ăa](?: ziua| seara)?',
  // German, Dutch, the North
  'hallo|halli hallo|guten (?:tag|morgen|abend)|moin(?: moin)?|servus|gr[üu](?:ß|ss) (?:gott|dich|sie)|liebe[rs]?|sehr geehrte[rs]?',
  'hoi|goede(?:morgen|middag|navond)?|goeiemorgen|beste|geachte|hej(?:san)?|hei(?:ssan)?|god (?:morgon|morgen|dag|kveld|kväll|aften)|moikka|terve|hyvää',
  // East of that
  'cze[śs][ćc]|dzie[ńn] dobry|witaj(?:cie)?|witam|szanown[yai]|dobr[ýy] (?:den|večer|deň)|dobré|ahoj|zdrav[íi]me?|szia(?:sztok)?|üdv(?:özl[öo][mk])?|kedves|jó (?:napot|reggelt|estét)',
  'здравствуйте|здравствуй|привет(?:ствую)?|добр(?:ый|ое|ого|ий) (?:день|утро|вечер|дня|ранок)|уважаем(?:ый|ая|ые)|вітаю|доброго|здравейте|здраво',
  'γεια|καλημέρα|καλησπέρα|αγαπητ[έή]|merhaba(?:lar)?|selam(?:lar)?|iyi (?:günler|akşamlar)|günaydın|sayın|salam',
  // Right to left
  'مرحبا[ًا]?|أهلا[ًا]?(?: وسهلا[ًا]?)?|اهلا|السلام عليكم|وعليكم السلام|صباح الخير|مساء الخير|عزيزي|عزيزتي|سلام|שלום|היי|הי|בוקר טוב|ערב טוב',
  // South and East Asia
  'नमस्ते|नमस्कार|প্রিয়|হ্যালো|வணக்கம்|สวัสดี|xin chào|chào|kính chào|ha[il]o|selamat (?:pagi|siang|sore|malam|petang|datang)|salam sejahtera|apa kabar|kumusta|magandang',
  'こんにちは|こんばんは|おはよう|はじめまして|お世話になって|いつも|この度は|お問い合わせ|ご連絡|ご利用|您好|你好|亲爱的|親愛的|尊敬的|안녕하세요|안녕하십니까|고객님'
]

/** Said at the beginning, thanks and regret greet as well as a hello. */
const COURTESIES = [
  "thanks|thank you|thx|many thanks|sorry|apologies|we(?:’|')?re (?:so |very )?sorry|i(?:’|')?m (?:so |very )?sorry|we (?:are|do) (?:so |very )?sorry|i am (?:so |very )?sorry|we apologi[sz]e|my apologies|our apologies",
  'gracias|muchas gracias|lo (?:sentimos|siento|lamento|lamentamos)|lamentamos|sentimos|disculp[ae]\\p{L}*|merci|désolés?|nous sommes (?:vraiment )?désolés?|danke|vielen dank|entschuldig\\p{L}*|es tut uns leid|das tut (?:uns|mir)|tut (?:uns|mir)',
  'obrigad[oa]|muito obrigad[oa]|desculp[ae]\\p{L}*|lamentamos|grazie|ci (?:dispiace|scusiamo)|bedankt|dank je|dank u|sorry|tack|tak|takk|kiitos|dzi[eę]kuj\\p{L}*|děkuj\\p{L}*|спасибо|дякую|teşekkür\\p{L}*',
  'شكر[اًا]|نعتذر|עצוב|תודה|申し訳|すみません|ありがとう|感谢|謝謝|谢谢|抱歉|감사|죄송'
]

const spaced = (list: readonly string[]): string => list.join('|').replaceAll(' ', '\\s+')

/** The greeting words alone, for patterns of other rules. */
export const GREETING = spaced(OPENINGS)

/** What may stand before the first word: handles are blanked out already. */
const LEAD_IN = '^[^\\p{L}\\p{N}]*'

const OPENS = new RegExp(
  `${LEAD_IN}(?:${spaced([...OPENINGS, ...COURTESIES])})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])`,
  'iu'
)

/** Whether a text begins as people begin when they talk to somebody. */
export function opensKindly(plain: string): boolean {
  return OPENS.test(plain)
}
