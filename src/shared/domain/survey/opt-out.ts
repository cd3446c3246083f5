import { fold } from './fold.ts'

/** What asks for an opinion, in the languages of the lists; folded as answers are. */
const SURVEY = [
  'surveys?',
  'questionnaires?',
  'ratings?',
  'feedback requests?',
  'encuestas?',
  'sondages?',
  'enquetes?',
  'umfragen?',
  'bewertungsanfragen',
  'pesquisas?',
  'استبيانات',
  'استبيان',
  'الاستبيان',
  'استطلاعات',
  'تقييمات'
].join('|')
/** One or two small words may stand between: "no more of these surveys". */
const BETWEEN = String.raw`(?: [\p{L}'-]{1,9}){0,3} `
const REFUSALS = [
  String.raw`(?:no|no more|stop|without|never|enough|skip|cancel|quit)`,
  String.raw`(?:do not|don'?t|stop|never)(?: want| need| send| ask| sending| asking)`,
  String.raw`(?:no|basta|sin|dej(?:a|en|ad)|par(?:a|en)|no mas|no quiero|no me (?:mand|envi)\p{L}*)`,
  String.raw`(?:pas|plus|sans|stop|arretez|arrete|ne (?:m'|me )?envoye[zr]|aucun|aucune|assez)`,
  String.raw`(?:keine|keinen|ohne|stopp|schluss mit|hort auf mit|hor auf mit|nie)`,
  String.raw`(?:nao|sem|parem?|chega|nada|nunca)`,
  String.raw`(?:لا|بدون|اوقفوا|توقفوا|توقف|كفي|لا اريد|لا ترسلوا|لا ترسل)`
].join('|')
const REFUSES_SURVEYS = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:${REFUSALS})(?:${BETWEEN}| )(?:${SURVEY})(?:$|[^\p{L}])`,
  'u'
)
/** Said in answer to a survey, these mean surveys; among other words they mean other things. */
const ALONE = new Set(
  `stop,stopp,stop it,unsubscribe,opt out,optout,opt-out,stop asking,stop asking me,stop messaging me,stop texting me,
   don't ask me again,do not ask me again,don't ask again,do not ask again,don't ask me,dont ask me again,dont ask me,
   stop sending me these,stop sending these,stop sending this,stop these messages,no more of these,stop all,remove me,quit,
   baja,darme de baja,dame de baja,dejen de preguntar,no me pregunten mas,no pregunten mas,no me vuelvan a preguntar,parar,
   desabonner,desinscrire,arret,arretez,ne me demandez plus,ne demandez plus,
   abmelden,austragen,hort auf,nicht mehr fragen,fragt mich nicht mehr,bitte nicht mehr fragen,
   pare,parem,sair,descadastrar,cancelar inscricao,nao me perguntem mais,nao perguntem mais,
   توقف,توقفوا,الغاء,الغاء الاشتراك,لا تسالوني,لا تسالوني مره اخري,
   アンケート不要,ストップ,やめてください,停止,退订,不要再发了`
    .split(',')
    .map((phrase) => fold(phrase).trim())
)
const POLITE =
  /^(?:please|pls|plz|thanks|thank you|thx|por favor|gracias|svp|s'il vous plait|merci|bitte|danke|obrigad[oa]|من فضلك|لو سمحت|رجاء|شكرا) | (?:please|pls|plz|thanks|thank you|thx|por favor|gracias|svp|s'il vous plait|merci|bitte|danke|obrigad[oa]|now|already|من فضلك|لو سمحت|رجاء|شكرا)$/gu
/** Scripts without blanks: a survey, and that none is wanted. */
const UNSPACED = new RegExp(
  `(?:${fold('アンケート')}|问卷|調査|调查).{0,4}(?:${['不要', 'いりません', 'いらない', '要りません', 'やめて', '送らないで', '結構です'].map(fold).join('|')})|(?:不要|别|停止).{0,4}(?:问卷|调查)`,
  'u'
)

/** Whether a customer wants no more surveys. @param folded the answer, folded, and short */
export function wantsNoSurveys(folded: string): boolean {
  const plain = folded.replaceAll(/[^\p{L}\p{N}'-]+/gu, ' ').trim()
  const bare = plain.replaceAll(POLITE, '').replaceAll(POLITE, '').trim()
  return ALONE.has(bare) || REFUSES_SURVEYS.test(plain) || UNSPACED.test(folded)
}
