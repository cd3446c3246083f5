/** What a column of a table may hold. */
const SPELLINGS = {
  id: 'id externalid uuid',
  title:
    'title name macro macroname macrotitle responsename replyname templatename titel bezeichnung nombre titulo nom titre titolo nome العنوان',
  shortcut:
    'shortcut shortcode trigger slashcommand command hotkey abbreviation kurzel atajo raccourci atalho الاختصار',
  folder:
    'folder folders category path section directory ordner kategorie carpeta categoria dossier categorie pasta cartella المجلد',
  body: 'body text content message response reply replytext answer template cannedresponse commentvalue bodytext plaintext inhalt nachricht antwort texto contenido mensaje respuesta contenu texte reponse mensagem resposta testo messaggio risposta النص',
  html: 'html bodyhtml commentvaluehtml htmlbody',
  language: 'language lang locale sprache idioma langue lingua اللغة',
  tags: 'tags tag labels label schlagworte etiquetas etiquettes etichette الوسوم',
  keywords: 'keywords keyword',
  scope: 'scope visibility sharedwith access availableto',
  team: 'team teamname',
  groups: 'groups group',
  kind: 'kind',
  active: 'active enabled isactive',
  usage: 'usage uses usagecount timesused',
  updated: 'updatedat updated modifiedat lastmodified',
  from: 'effectivefrom validfrom',
  until: 'expires expiresat expiry validuntil',
  note: 'note notes description internalnote',
  actions: 'actions',
  attachment: 'attachment attachments attachedfile anhang adjunto piecejointe anexo allegato المرفق',
  placeholders: 'placeholders'
} as const

export type ColumnField = keyof typeof SPELLINGS

const FIELDS: ReadonlyMap<string, ColumnField> = new Map(
  (Object.entries(SPELLINGS) as [ColumnField, string][]).flatMap(([field, names]) =>
    names.split(' ').map((name): [string, ColumnField] => [name, field])
  )
)

/** What a column of this name holds; null when nobody can tell. Case, accents and separators say nothing. */
export function fieldOf(header: string): ColumnField | null {
  const folded = header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return FIELDS.get(folded) ?? null
}
