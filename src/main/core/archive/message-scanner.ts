import { createCutter } from './value-cutter.ts'
import type { ValueCutter } from './value-cutter.ts'

/** Where the scanner's findings go. Called synchronously from `feed` and `end`. */
export interface ScannerSink {
  /** One item of a conversation's `messages`; `conversationId` as the file spells it, unchecked. */
  item(conversationId: unknown, item: unknown): void
  /** A conversation has ended (also one without messages). */
  conversation(conversationId: unknown): void
  /** Something was left out. One sentence. */
  problem(reason: string): void
}

export interface ScannerOptions {
  readonly itemBytes: number
  readonly depth: number
  readonly heldBytes: number
  /** False: items are stepped over unparsed, only conversation ids are of interest. */
  readonly parseItems: boolean
}

type State =
  | 'assignment' // before `window.YTD.… = `
  | 'start' // before the `[`
  | 'list' // between two entries
  | 'entry' // inside `{ "dmConversation": … }`
  | 'entry-value'
  | 'conversation' // inside `{ "conversationId": …, "messages": … }`
  | 'conversation-value'
  | 'messages'
  | 'lost' // after damage: looking for the next thing that can be made sense of
  | 'done'

interface OpenConversation {
  id: unknown
  /** Items read before the id was; null once the id is known. */
  held: unknown[] | null
  heldBytes: number
  dropped: number
}

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const EQUALS = 0x3d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
/** The text before the `[` is about 40 characters long. */
const ASSIGNMENT_BYTES = 4096
/** Bytes needed behind a quote to tell whether it begins one of the keys to go on from. */
const LOOK_AHEAD = 256
const KINDS =
  'messageCreate|welcomeMessageCreate|joinConversation|participantsJoin|participantsLeave|conversationNameUpdate|reactionCreate'
const LANDMARK = new RegExp(`"(dmConversation|conversationId|${KINDS})"\\s*:`, 'y')
const NESTED_ITEM = new RegExp(`\\{\\s*"(?:dmConversation|${KINDS})"\\s*:`)

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

/**
 * Reads one `window.YTD.x.part0 = [ … ]` file in chunks and hands out its messages one at a time, so that memory holds
 * one message whatever the file's size. It checks no grammar beyond what is needed to find where values end; each item
 * is then parsed whole. (A general streaming JSON parser did 35 MB/s on this, has no limits and stops at the first
 * damage; this does several times as much, refuses absurd input and goes on behind damage.)
 *
 * Damage (brackets that do not match, a line break inside a text, an item too deep or too large) costs the item it is
 * in: the scanner goes back to the item's beginning and looks for the next `{ "messageCreate":` or `"dmConversation":`.
 */
export class MessageScanner {
  readonly #sink: ScannerSink
  readonly #options: ScannerOptions
  readonly #cutter: ValueCutter
  #state: State = 'assignment'
  #buffer = Buffer.allocUnsafe(512 * 1024)
  #end = 0
  /** The next byte to look at. */
  #position = 0
  /** Where the value being cut begins, or -1. */
  #valueStart = -1
  #key = ''
  #conversation: OpenConversation | null = null
  #assignmentBytes = 0
  /** Bytes fed so far, against which going back is weighed. */
  #fed = 0
  #reread = 0
  #binarySinceDamage = false

  constructor(sink: ScannerSink, options: ScannerOptions) {
    this.#sink = sink
    this.#options = options
    this.#cutter = createCutter(options.depth)
  }

  /** Takes the next bytes of the file; they may be cut anywhere, also inside a character. */
  feed(chunk: Uint8Array): void {
    this.#makeRoom(chunk.length)
    this.#buffer.set(chunk, this.#end)
    this.#end += chunk.length
    this.#fed += chunk.length
    this.#run(false)
  }

  /** The file is over. `explained`: the caller has already reported why it ends early. */
  end(explained: boolean): void {
    if (!explained && this.#state !== 'done' && this.#state !== 'lost') {
      this.#sink.problem(
        this.#state === 'assignment' || this.#state === 'start'
          ? 'It holds no list of conversations.'
          : 'The file ends in the middle; what stands before was read.'
      )
    }
    // A missing quote can have swallowed whole messages up to the end of the file: look at them again.
    for (;;) {
      this.#run(true)
      if (this.#valueStart < 0) break
      this.#lose()
    }
    this.#finishConversation()
  }

  #makeRoom(bytes: number): void {
    if (this.#buffer.length - this.#end >= bytes) return
    const keepFrom = Math.min(this.#valueStart >= 0 ? this.#valueStart : this.#position, this.#end)
    const kept = this.#end - keepFrom
    const target =
      this.#buffer.length - kept >= bytes
        ? this.#buffer
        : Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, kept + bytes))
    this.#buffer.copy(target, 0, keepFrom, this.#end)
    this.#buffer = target
    this.#end = kept
    this.#position -= keepFrom
    if (this.#valueStart >= 0) this.#valueStart = 0
  }

  #run(final: boolean): void {
    while (this.#position < this.#end) {
      if (this.#valueStart >= 0) {
        if (!this.#cut()) return
      } else if (this.#state === 'lost') {
        if (!this.#findLandmark(final)) return
      } else {
        this.#step(this.#buffer[this.#position] ?? 0)
      }
    }
  }

  /** One byte between values. */
  #step(byte: number): void {
    const blank = byte <= 0x20
    if (blank && !isBlank(byte) && this.#state !== 'assignment' && this.#state !== 'done') {
      return this.#damage(`A part of ${this.#place()} is overwritten.`)
    }
    switch (this.#state) {
      case 'assignment':
        return this.#stepAssignment(byte)
      case 'start':
        if (blank) break
        if (byte !== OPEN_BRACKET) return this.#damage('It does not begin with a list of conversations.')
        this.#state = 'list'
        break
      case 'list':
        if (blank || byte === COMMA) break
        if (byte === OPEN_BRACE) this.#state = 'entry'
        else if (byte === CLOSE_BRACKET) this.#state = 'done'
        else return this.#damage('Something between two conversations is damaged.')
        break
      case 'entry':
      case 'conversation':
        if (blank || byte === COMMA) break
        if (byte === QUOTE) return this.#beginValue()
        if (byte !== CLOSE_BRACE) return this.#damage(`The beginning of ${this.#place()} is damaged.`)
        if (this.#state === 'conversation') {
          this.#finishConversation()
          this.#state = 'entry'
        } else this.#state = 'list'
        break
      case 'entry-value':
        if (blank || byte === COLON) break
        if (this.#key === 'dmConversation' && byte === OPEN_BRACE) this.#beginConversation('conversation')
        else if (byte === COMMA || byte === CLOSE_BRACE) {
          this.#state = 'entry'
          return
        } else return this.#beginValue()
        break
      case 'conversation-value':
        if (blank || byte === COLON) break
        if (this.#key === 'messages' && byte === OPEN_BRACKET) this.#state = 'messages'
        else if (byte === COMMA || byte === CLOSE_BRACE) {
          this.#state = 'conversation'
          return
        } else return this.#beginValue()
        break
      case 'messages':
        if (blank || byte === COMMA) break
        if (byte === CLOSE_BRACKET) this.#state = 'conversation'
        else if (byte === CLOSE_BRACE || byte === COLON) {
          return this.#damage(`Something between two messages of ${this.#place()} is damaged.`)
        } else return this.#beginValue()
        break
      case 'done':
        // Two assignments in one file have been seen in joined archives; blanks and `;` are the rule.
        if (byte === EQUALS) this.#state = 'start'
        break
      case 'lost':
        return
    }
    this.#position += 1
  }

  #stepAssignment(byte: number): void {
    if (byte === EQUALS) this.#state = 'start'
    else if (byte === OPEN_BRACKET && this.#assignmentBytes === 0) {
      this.#state = 'start'
      return
    } else if (byte === 0 || this.#assignmentBytes > ASSIGNMENT_BYTES) {
      return this.#damage('It does not begin like a file of an X archive.')
    } else if (byte > 0x20 && byte < 0x80) {
      // Blanks and a byte order mark may stand before everything.
      this.#assignmentBytes += 1
    }
    this.#position += 1
  }

  #beginValue(): void {
    this.#valueStart = this.#position
    this.#cutter.begin()
  }

  /** Goes on with the value begun; false when the bytes are used up. */
  #cut(): boolean {
    const outcome = this.#cutter.advance(this.#buffer, this.#position, this.#end)
    this.#position = this.#cutter.position
    switch (outcome) {
      case 'more':
        if (this.#position - this.#valueStart <= this.#options.itemBytes) return false
        this.#damage(`A message of ${this.#place()} is larger than ${this.#options.itemBytes >> 20} MB.`)
        return true
      case 'too-deep':
        this.#damage(`A message of ${this.#place()} is nested deeper than ${this.#options.depth} levels.`)
        return true
      case 'damaged':
        this.#damage(`A message of ${this.#place()} is damaged.`)
        return true
      case 'complete': {
        const start = this.#valueStart
        this.#valueStart = -1
        this.#take(start, this.#position)
        return true
      }
    }
  }

  /** A value has been cut out. */
  #take(start: number, end: number): void {
    switch (this.#state) {
      case 'entry':
      case 'conversation':
        this.#key = this.#buffer.toString('latin1', start + 1, end - 1)
        this.#state = this.#state === 'entry' ? 'entry-value' : 'conversation-value'
        return
      case 'entry-value':
        if (this.#key === 'dmConversation') this.#sink.problem('An entry holds no conversation.')
        this.#state = 'entry'
        return
      case 'conversation-value':
        if (this.#key === 'conversationId') this.#name(this.#buffer.toString('utf8', start, end))
        else if (this.#key === 'messages') this.#sink.problem(`The messages of ${this.#place()} are no list.`)
        this.#state = 'conversation'
        return
      case 'messages':
        this.#takeItem(start, end)
        return
      default:
        throw new Error(`no value is cut in state ${this.#state}`)
    }
  }

  #takeItem(start: number, end: number): void {
    if (!this.#options.parseItems) return
    const text = this.#buffer.toString('utf8', start, end)
    let item: unknown
    try {
      item = JSON.parse(text)
    } catch {
      // Brackets can match by chance although a lost quote has swallowed the beginning of the next message.
      if (NESTED_ITEM.test(text.slice(1))) this.#valueStart = start
      this.#sink.problem(`A message of ${this.#place()} is damaged.`)
      if (this.#valueStart >= 0) this.#lose()
      return
    }
    const conversation = this.#conversation
    if (conversation === null) return
    if (conversation.held === null) this.#sink.item(conversation.id, item)
    else if (conversation.heldBytes + text.length > this.#options.heldBytes) conversation.dropped += 1
    else {
      conversation.held.push(item)
      conversation.heldBytes += text.length
    }
  }

  #beginConversation(state: 'conversation' | 'messages'): void {
    this.#finishConversation()
    this.#conversation = { id: undefined, held: [], heldBytes: 0, dropped: 0 }
    this.#state = state
  }

  #name(text: string): void {
    const conversation = this.#conversation
    if (conversation === null || conversation.held === null) return
    try {
      conversation.id = JSON.parse(text)
    } catch {
      return
    }
    for (const item of conversation.held) this.#sink.item(conversation.id, item)
    conversation.held = null
    if (conversation.dropped > 0) {
      this.#sink.problem(`${conversation.dropped} messages of ${this.#place()} stand too far before its id.`)
    }
  }

  #finishConversation(): void {
    const conversation = this.#conversation
    if (conversation === null) return
    this.#conversation = null
    if (conversation.held !== null) {
      const count = conversation.held.length + conversation.dropped
      if (count > 0)
        this.#sink.problem(`A conversation has no id: ${count === 1 ? '1 message' : `${count} messages`} left out.`)
    } else this.#sink.conversation(conversation.id)
  }

  #place(): string {
    const id = this.#conversation?.id
    return typeof id === 'string' && /^[0-9:-]{1,40}$/.test(id) ? `conversation ${id}` : 'a conversation'
  }

  #damage(reason: string): void {
    this.#sink.problem(reason)
    this.#lose()
  }

  /** Begins to look for a landmark: from just behind the beginning of the damaged value, or from here. */
  #lose(): void {
    const again = this.#position - this.#valueStart
    if (this.#valueStart >= 0) {
      // Nested nonsense could make this read the same megabytes over and over; going back has a budget.
      if (this.#reread + again <= 4 * this.#fed) {
        this.#reread += again
        this.#position = this.#valueStart + 1
      }
      this.#valueStart = -1
    }
    this.#binarySinceDamage = false
    this.#state = 'lost'
  }

  /** Moves to the next key that says where we are; false when the bytes are used up. */
  #findLandmark(final: boolean): boolean {
    const buffer = this.#buffer
    let brace = -1
    for (let index = this.#position; index < this.#end; index += 1) {
      const byte = buffer[index] ?? 0
      if (byte === OPEN_BRACE) brace = index
      else if (byte === QUOTE) {
        if (!final && this.#end - index < LOOK_AHEAD) {
          this.#position = brace >= 0 ? brace : index
          return false
        }
        LANDMARK.lastIndex = 0
        const key = LANDMARK.exec(buffer.toString('latin1', index, Math.min(index + LOOK_AHEAD, this.#end)))?.[1]
        if (key !== undefined && this.#resumeAt(key, brace, index)) return true
        brace = -1
      } else if (byte > 0x20) brace = -1
      else if (!isBlank(byte)) this.#binarySinceDamage = true
      else if (brace >= 0 && index - brace > LOOK_AHEAD) brace = -1
    }
    this.#position = brace >= 0 && !final ? brace : this.#end
    return false
  }

  #resumeAt(key: string, brace: number, quote: number): boolean {
    if (key === 'conversationId') {
      if (this.#conversation === null || this.#conversation.held === null) this.#beginConversation('conversation')
      this.#state = 'conversation'
      this.#position = quote
      return true
    }
    if (brace < 0) return false
    this.#position = brace
    if (key === 'dmConversation') {
      this.#finishConversation()
      this.#state = 'list'
      return true
    }
    // Whole disk blocks of zeros can hide the head of another conversation: better no thread than the wrong one.
    if (this.#conversation === null || this.#binarySinceDamage) this.#beginConversation('messages')
    this.#state = 'messages'
    return true
  }
}
