/** What a question asks for, where its first words say that in so many words. */
export type AskedFor = 'time' | 'amount' | 'anything'

interface Kind {
  readonly asks: RegExp
  /** What a reply has that answers it. */
  readonly answers: RegExp
}

const time: Kind = {
  asks: /(?<!\p{L})(?:when (?:will|do|does|can|is|are|did|should|am|was|would)|how long|how soon|what time|by when|cu[aá]ndo|a qu[eé] hora|cu[aá]nto (?:tiempo|tarda|demora)|quand|combien de temps|à quelle heure|wann|wie lange?|um wie ?viel uhr|quando|quanto tempo|a che ora|wanneer|hoe ?lang|kiedy|когда|сколько времени|ne zaman)(?!\p{L})|いつ|何時|什么时候|什麼時候|多久|언제|متى|כמה זמן|מתי/iu,
  answers:
    /(?<!\p{L})(?:today|tonight|tomorrow|yesterday|morning|afternoon|evening|night|midnight|noon|now|soon|shortly|later|already|once|as soon|until|within|by the|when|while|before|after|during|ready|open(?:s|ed)?|never|always|ever|again|recently|currently|immediately|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|minutes?|hours?|days?|weeks?|weekend|months?|years?|hoy|mañana|ayer|ahora|pronto|cuando|antes|despu[eé]s|hasta|semanas?|d[ií]as?|horas?|meses|mes|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|aujourd\p{L}*|demain|hier|maintenant|bient[oô]t|quand|avant|apr[eè]s|jusqu\p{L}*|semaines?|jours?|heures?|mois|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|heute|morgen|gestern|jetzt|bald|sobald|wenn|vor|nach|bis|wochen?|tage?n?|stunden?|monate?n?|\p{L}+tags?|hoje|amanh[ãa]|ontem|agora|logo|breve|quando|depois|at[eé]|segunda|ter[çc]a|quarta|quinta|sexta|oggi|domani|ieri|presto|giorni|giorno|settiman[ae]|ore|vandaag|morgen|straks|dagen|dag|uur|week|weken)(?!\p{L})|今日|本日|明日|昨日|今週|来週|午前|午後|時|分|日|週|月|まもなく|すぐ|後ほど|今天|明天|天|小时|周|月|오늘|내일|اليوم|غد|ساعة|ساعات|يوم|أيام|أسبوع|קרוב|היום|מחר/iu
}

const amount: Kind = {
  asks: /(?<!\p{L})(?:how much|what(?:’|'| i)s the (?:price|cost|fee)|cu[aá]nto (?:cuesta|vale|es|cobran)|combien (?:co[uû]te|ça co[uû]te)|wie ?viel kostet|was kostet|quanto custa|quanto costa|hoeveel kost)(?!\p{L})|いくら|料金は|多少钱|多少錢|얼마|كم (?:سعر|تكلفة|ثمن)|كم يكلف|כמה זה עולה/iu,
  answers:
    /\p{Sc}|(?<!\p{L})(?:free|charges?|charged|prices?|pricing|costs?|fees?|rates?|dollars?|euros?|pounds?|cents?|percent|gratis|gratuit\p{L}*|kostenlos|kostenfrei|precio|prix|preis\p{L}*|pre[çc]o|prezzo|prijs)(?!\p{L})|円|無料|元|免费|원|ريال|درهم|مجان/iu
}

/** Whoever passes the matter on, or says that nobody knows yet, has taken the question up. */
const TAKEN_UP =
  /(?<!\p{L})(?:dm|dms|pm|message|messages?d?|inbox|e-?mail\p{L}*|call(?:ed)?|check(?:ing|ed)?|look(?:ing|ed)?|find|investigat\p{L}*|confirm\p{L}*|updat\p{L}*|let (?:you|u) know|get back|keep you|know|sure|unfortunately|not|no|yes|yep|yeah|can(?:’|')?t|don(?:’|')?t|won(?:’|')?t|isn(?:’|')?t|please|team|forward\p{L}*|pass(?:ed|ing)?|share|help\p{L}*|assist\p{L}*|si|s[íi]|oui|non|ja|nein|nicht|sim|n[ãa]o|revis\p{L}*|comprob\p{L}*|verifi\p{L}*|v[ée]rifi\p{L}*|pr[üu]f\p{L}*|schau\p{L}*|meld\p{L}*|ayud\p{L}*|aid\p{L}*|helf\p{L}*|ajud\p{L}*|aiut\p{L}*)(?!\p{L})|確認|お調べ|調べ|お知らせ|ご連絡いたし|查|确认|確|확인|نتحقق|سنتحقق|التحقق|בודק/iu

/** What the question asks for. */
export function askedFor(question: string): AskedFor {
  if (amount.asks.test(question)) return 'amount'
  return time.asks.test(question) ? 'time' : 'anything'
}

/** Whether a reply has something that may be what was asked for. */
export function hasAnswer(reply: string, asked: AskedFor): boolean {
  if (asked === 'anything') return true
  const kind = asked === 'time' ? time : amount
  return /\p{N}/u.test(reply) || kind.answers.test(reply) || TAKEN_UP.test(reply)
}
