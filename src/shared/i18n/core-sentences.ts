import type { Values } from './message.ts'

/**
 * Sentences with places that the core keeps in English, because they are also read in its log, its exports and on the
 * command line, and that people see: why a reply waits, how a sign-in ended, what an undo takes back. Windows in other
 * languages recognise them here; sentences without places stand in the catalogues as they are. `{said}` and the like
 * stand for what differs: names, and X's own words. `{sentence}`, `{where}`, `{what}` and `{why}` are sentences or parts
 * of them in their turn. `texts.test.ts` holds the list against all that the core says.
 */
export const coreSentences: readonly string[] = [
  // Surveys.
  'A survey may have at most {most} languages.',
  'An answer is awaited for {hours} hours at most.',
  'The longest pause between two surveys is {days} days.',
  // What an undo takes back.
  'Added {count} starter replies',
  'Added {name}',
  'Approved {count} canned replies',
  'Approved {name}',
  'Assigned to {name}',
  'Began the campaign {name}',
  'Blocked {name}',
  'Brought {count} canned replies back into use',
  'Brought {name} back into use',
  'Brought the theme {name} back',
  'Changed the owner of {count} canned replies',
  'Changed the owner of {name}',
  'Changed the tags of {count} canned replies',
  'Changed the tags of {name}',
  'Changed who may use {count} canned replies',
  'Changed who may use {name}',
  'Changed {name}',
  'Changed {name} of {person}',
  'Declined a change to {name}',
  'Deleted the view “{name}”',
  'Deleted {count} canned replies',
  'Deleted {name}',
  'Discarded the draft of {name}',
  'Ended the campaign {name}',
  'Gave {name} the quick key {key}',
  'Imported a canned reply from {system}',
  'Imported {count} canned replies from {system}',
  'Left {name} as it is',
  'Merged the tag {name} into {other}',
  'Merged the theme {name} into {other}',
  'Merged {name} and {other}',
  'Moved {count} canned replies',
  'Moved {name}',
  'Put {count} people on a list',
  'Removed {name} from the team',
  'Resumed the campaign {name}',
  'Renamed the theme {name} to {other}',
  'Retired the theme {name}',
  'Retired {count} canned replies',
  'Retired {name}',
  'Rolled {name} back to an earlier version',
  'Split off {name}',
  'Tag {name} deleted',
  'Tagged {names}',
  'Took its quick key from {name}',
  'Took {count} people off a list',
  'Unblocked {name}',
  // What the list of conversations says of a group.
  'Renamed to “{name}”',
  // How a request to X ended.
  'The connection to X broke off{detail}.',
  'The sign-in has ended{detail}. Sign in again; nothing is lost.',
  'X cannot be reached{detail}.',
  'X did not accept the sign-in{detail}: it has to be finished within 30 seconds. Start again.',
  'X does not accept this request: {said}',
  'X is not answering properly ({status}). It will be tried again.',
  'X left out a part ({kind})',
  'X refuses the app itself{detail}. Check in console.x.com that the client id is right and the app type is "Native App".',
  '{sentence} X says: {said}',
  // What is wrong with what was typed, chosen or attached.
  'A canned reply may have {most} tags at most.',
  'A note may have at most {most} characters.',
  'A promise may have at most {most} characters.',
  'A reply may have at most {most} characters.',
  'A report covers at most {days} days. Choose a later first day.',
  'A shortcut may have at most {most} characters.',
  'At most {most} people can be added at once.',
  'Folders may lie {most} deep at most.',
  'There may be {most} choices at most.',
  'There may be {most} keywords at most.',
  'There may be {most} themes at most.',
  '{what} may have at most {most} characters.',
  '{what} needs a name.',
  'A keyword may have at most {most} characters.',
  'Choose one of: {choices}.',
  'The GIF has {frames} frames; X takes at most 350. Shorten it, or attach it as an MP4 video.',
  'The GIF measures {width} × {height}; X takes at most 1280 × 1080. Make it smaller, or attach it as an MP4 video.',
  'The file is too large. {sentence}',
  'The video is in {codec}, which X does not take. Export it as MP4 with H.264 ("most compatible").',
  'The video lasts {seconds} seconds; X takes at most 140. Shorten it and attach it again.',
  'Use at most {most} characters.',
  'X does not take this file. {sentence}',
  '“{keyword}” leads to Requests and to Spam. Keep one of the two lines.',
  // Why an archive, or a part of it, cannot be read.
  'A conversation has no id: {count} messages left out.',
  'A member change ({kind}) of conversation {conversation}',
  'A message of {where} is damaged.',
  'A message of {where} is larger than {size} MB.',
  'A message of {where} is nested deeper than {depth} levels.',
  'A part of {where} is overwritten.',
  'A reaction in conversation {conversation} does not say to which message it belongs.',
  'A reaction of conversation {conversation} was left out: too many stand by themselves.',
  'An item ({kind})',
  'An item of conversation {conversation} is no message.',
  'Conversation {conversation} has no usable id.',
  'Conversation {conversation} holds something of an unknown kind ({kind}).',
  'Conversation {conversation} is none of account {account}.',
  'It cannot be opened inside the zip: {error}.',
  'It cannot be read to its end: {error}.',
  'It is damaged: {error}.',
  'It is damaged: {read} of {size} bytes could be unpacked.',
  'It is larger than {size} MB.',
  'It was refused: it holds more than the {size} bytes that the zip declares.',
  'It was refused: it is larger than {size} MB.',
  'Message {id}',
  'Message {id} of conversation {conversation}',
  'Something between two messages of {where} is damaged.',
  'The beginning of {where} is damaged.',
  'The list of files inside the zip is damaged ({error}); what it names before was read.',
  'The messages of {where} are no list.',
  'There is nothing at {path}. Check the path.',
  'a conversation',
  'conversation {id}',
  'it is no object',
  'its {field} is missing or wrong',
  '1 reaction of conversation {conversation} could not be attached to a message.',
  '{count} messages of {where} stand too far before its id.',
  '{count} reactions of conversation {conversation} could not be attached to a message.',
  '{done} of {all} MB',
  '{path} cannot be read: {error}.',
  '{path} cannot be read: {error}. Check the permissions of the file.',
  '{path} cannot be read: {error}. Check the permissions of the folder.',
  '{path} holds several X archives. Choose the folder of one of them.',
  '{path} is a damaged zip ({error}). Copy or download it again.',
  '{path} is a link to another place and was not followed.',
  '{path} is cut off: the list of files at the end of the zip is missing. Copy or download it again.',
  '{path} is locked with a password. Unpack it first and choose the folder.',
  '{path} is locked with a password. Unpack the zip and choose the folder.',
  '{path} is no X archive: it has no data/direct-messages.js. Choose the .zip that X sent you or the folder you unpacked it into.',
  '{path} is packed by method {method}. Unpack the zip and choose the folder.',
  '{path} was refused: it claims to hold {count} files, which no X archive does.',
  '{path} was refused: it would grow from {size} to {unpacked} bytes (a "zip bomb"), which no file of X does.',
  '{path} was refused: its messages would take {size} bytes, more than any archive of X does.',
  '{sentence} 1 message left out.',
  '{sentence} It was refused.',
  '{sentence} {count} messages left out.',
  '{what} of conversation {conversation} was left out: {why}.',
  '{where} was left out: it has no name.',
  '{where} was left out: it names no user.',
  '{where} was left out: its sender {sender} takes no part in the conversation.',
  '{where} was left out: its text has {count} characters.',
  '{where}: one of its reactions is damaged and was left out.'
]

/** Places in which sentences of this list, or of a catalogue, stand. */
const NESTED = new Set(['sentence', 'what', 'where', 'why'])

/** Whether what stands in a place is to be worded in its turn. */
export function isNested(name: string): boolean {
  return NESTED.has(name)
}

interface Pattern {
  readonly key: string
  readonly names: readonly string[]
  readonly shape: RegExp
}

/** Those that say most come first: others with fewer words of their own fit them, too. */
const patterns: readonly Pattern[] = coreSentences
  .map((key) => ({ key, own: key.replaceAll(/\{\w+\}/g, '').length }))
  .toSorted((a, b) => b.own - a.own)
  .map(({ key }) => {
    const names: string[] = []
    const shape = key
      .split(/(\{\w+\})/)
      .map((part) => {
        if (!/^\{\w+\}$/.test(part)) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
        names.push(part.slice(1, -1))
        return '(.*)'
      })
      .join('')
    return { key, names, shape: new RegExp(`^${shape}$`, 'su') }
  })

/** The sentence with places that an English sentence was made from; null when the core says none like it. */
export function recognised(sentence: string): { readonly key: string; readonly values: Values } | null {
  for (const { key, names, shape } of patterns) {
    const match = shape.exec(sentence)
    if (match) return { key, values: Object.fromEntries(names.map((name, at) => [name, asValue(match[at + 1] ?? '')])) }
  }
  return null
}

/** A count is a number again, so that a language can choose its form. */
function asValue(text: string): string | number {
  return /^\d{1,9}$/.test(text) ? Number(text) : text
}
