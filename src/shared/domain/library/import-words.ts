import type { Sentence } from '../../i18n/message.ts'
import type { FlagCode, ImportRemark, LossCode, SkipCode } from './import-report.ts'

/**
 * A remark of an import in one sentence, to be worded. Where it stands (`file`, `line`, `reply`) is shown beside it.
 * Names, actions and placeholders of other systems are data.
 */
export function remarkSentence({ code, detail }: Pick<ImportRemark, 'code' | 'detail'>): Sentence {
  return { pattern: patterns[code], values: { detail } }
}

const patterns: Readonly<Record<LossCode | SkipCode | FlagCode, string>> = {
  // What did not come along.
  formatting: 'Bold and other formatting is gone: X shows plain text.',
  script: 'Parts that could run or be fetched were taken out: {detail}.',
  image: 'A picture in the text was left out: {detail}',
  'link-dropped': 'A link that leads to no web page was taken out: {detail}',
  'nested-too-deep': 'The text is nested too deep, and its inside was left out.',
  attachment: 'An attachment did not come along: {detail}. Attach it again.',
  'file-damaged': 'The file {detail} is damaged and was left out. Attach it again.',
  'file-refused': 'The file {detail} was left out, because X does not take it.',
  subject: 'The subject “{detail}” was left out: direct messages have none.',
  note: 'A note for the team was left out: {detail}',
  action: 'An action was left out, because nothing here does the same: {detail}',
  'call-out': 'An action that asks another server was left out: {detail}',
  'placeholder-asked': '{detail} is not known here. The agent is asked for it instead.',
  'placeholder-kept': '{detail} cannot be read and stayed as it is. Write it anew.',
  'conditional-kept': '{detail} stayed as it is: this condition cannot be asked here. Write it anew.',
  'filter-kept': '{detail} stayed as it is: there is no such filter here. Write it anew.',
  scope: 'Who may use it could not be kept: {detail}',
  groups: 'It was for several teams, and a reply is for one: {detail}. The first was kept.',
  'messenger-only': 'It was meant for {detail} only.',
  'line-breaks': 'Line breaks beside links were lost there. Look at its lines.',
  'title-cut': 'The title was too long and was cut: {detail}',
  'shortcut-changed': 'The shortcut “{detail}” was made one word in small letters.',
  'folder-cut': 'The folder was too deep or its name too long: {detail}',
  'tag-cut': 'A tag was too long and was cut: {detail}',
  'too-many-tags': 'It had {detail} tags; the first were kept.',
  'too-many-actions': 'It had {detail} actions; the first were kept.',
  'language-unknown': '“{detail}” is no language and was left out.',
  'date-unknown': '“{detail}” is no date that can be used and was left out.',
  encoding: 'This line was written in another encoding. Look at its letters.',
  inactive: 'It was switched off there, and comes in as retired.',
  // Why something was left out as a whole.
  'unreadable-file': 'The file is damaged. Export it again.',
  'unknown-format': 'Nobody can tell what this file holds. Name its format, or choose another file.',
  'empty-file': 'There is nothing in this file.',
  'no-entry': 'This is no reply: {detail}',
  'bad-line': 'This line cannot be read: its quotes do not fit. {detail}',
  'no-text': 'It has no text to send.',
  'internal-note': 'It is a note for the team, and would not be sent.',
  'too-long': 'It is too long to keep.',
  twice: 'It is there twice; the first was taken.',
  'too-many': 'There are more replies than the library can hold.',
  'does-not-fit': 'It is damaged. {detail}',
  // What somebody should look at.
  'promo-code': 'It has the code {detail} written into it. Codes run out.',
  date: 'It has the date “{detail}” written into it. Dates pass.',
  'too-long-for-x': 'It has {detail} characters, more than X takes.',
  'duplicate-shortcut': 'Another reply of this import has the shortcut /{detail}, too.',
  'shortcut-taken': 'A reply in the library has the shortcut /{detail} already.',
  'dead-link': 'This link looks dead or is not secure: {detail}',
  'unresolved-placeholder': '{detail} would be sent as it stands. Write it anew.',
  'broken-template': 'Its placeholders have a mistake, in line {detail}.'
}
