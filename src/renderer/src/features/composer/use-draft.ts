import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DraftMode } from '../../../../shared/domain/draft.ts'
import { useCore } from '../../core/core-context.ts'
import { useCommand } from '../../core/use-command.ts'
import { useQuery } from '../../core/use-query.ts'
import {
  type Draft,
  emptyDraft,
  heard,
  keepingMine,
  notSent,
  restoring,
  saved,
  saving,
  sending,
  sent,
  type StoredDraft,
  takingOther
} from './draft.ts'

/** A change is saved after this long, however fast somebody types. Milliseconds; the promise to the user is a second. */
const SAVE_AFTER = 500
/** What could not be saved is tried again, but not twice a second. */
const RETRY_AFTER = 5_000

/** Takes a text with the revision it was written in, and says whether it worked. */
type Hand = (text: string, revision: string | null) => Promise<boolean>

/** A text that was to leave before the core had said what was here. */
interface Early {
  readonly text: string
  readonly hand: Hand
  readonly keeps: boolean
  readonly answer: (done: boolean) => void
}

export interface DraftControl {
  readonly text: string
  /** False until the core has said what was written here before. */
  readonly loaded: boolean
  /** What another window wrote meanwhile. */
  readonly conflict: StoredDraft | null
  readonly change: (text: string) => void
  /** Saves now what is not saved yet. */
  readonly flush: () => void
  /**
   * Hands the text over, as a reply or a note: the field is empty at once, and full again when that did not work.
   * Asked before the core has said what was here, it waits for that, and hands nothing over when something was.
   * @param keeps whether the hand may take its time before it gives the text to the core: it is saved as a draft first
   */
  readonly spend: (hand: Hand, keeps?: boolean) => Promise<boolean>
  /** Puts an earlier version into the field; what is there now goes to the history. */
  readonly restore: (version: { readonly id: string; readonly text: string }) => void
  readonly keepMine: () => void
  readonly takeOther: () => void
}

/** The draft of a conversation, kept by the core. To be used in a component keyed by conversation and mode. */
export function useDraft(conversation: string, mode: DraftMode): DraftControl {
  const { client, native } = useCore()
  const run = useCommand()
  const answer = useQuery('thread.draft', { conversation, mode })
  const [known, setDraft] = useState<Draft>(emptyDraft)
  const [failed, setFailed] = useState(false)
  const stored: StoredDraft = answer.rows[0] ?? { text: '', revision: null, returned: false }
  const draft = answer.status === 'loading' ? known : heard(known, stored)
  if (draft !== known) setDraft(draft)

  const unsaved = draft.text !== draft.saved
  const idle = draft.pending === 0

  async function save(from: Draft, replaces = false): Promise<void> {
    const { text, base } = from
    const revision = crypto.randomUUID()
    setDraft((now) => saving({ ...now, conflict: from.conflict }, text, revision))
    const done = await run('thread.saveDraft', { conversation, mode, text, base, revision, replaces })
    setFailed(done === null)
    setDraft((now) => saved(now, from, done?.result ?? null))
  }

  /** Before the core has said what is there, a save would be refused: the text waits, unless the window goes away. */
  function flush(leaving: boolean): void {
    if (unsaved && (draft.loaded || leaving)) void save(draft)
  }

  const early = useRef<Early | null>(null)

  /** What was handed over last, and whether somebody still looks at this draft. */
  const handed = useRef<Draft | null>(null)
  const gone = useRef(false)

  async function spend(hand: Hand, keeps = false): Promise<boolean> {
    if (!draft.loaded) {
      // The key pressed again is the same wish.
      early.current?.answer(false)
      return new Promise((answer) => (early.current = { text: draft.text, hand, keeps, answer }))
    }
    // Pressed again before the empty field could be drawn.
    if (handed.current === draft) return false
    handed.current = draft
    const before = keeps && unsaved ? await keep() : draft
    if (before === draft) setDraft(sending)
    const done = await hand(before.text, before.base)
    if (!done && gone.current) keepBehind(before)
    setDraft((now) => (done ? sent(now) : notSent(now, before)))
    return done
  }

  /** Saves the text while the field is empty already. @returns what the text is now */
  async function keep(): Promise<Draft> {
    const revision = crypto.randomUUID()
    setDraft((now) => sending(saving(now, draft.text, revision)))
    const { text, base } = draft
    const done = await run('thread.saveDraft', { conversation, mode, text, base, revision, replaces: false })
    setDraft(sent)
    return done?.result.saved === true ? saving(draft, text, revision) : { ...draft }
  }

  /** There is no field any more that it could come back to: it comes back with the draft. */
  function keepBehind({ text, saved: had, base }: Draft): void {
    if (text === had) return
    void run('thread.saveDraft', { conversation, mode, text, base, revision: crypto.randomUUID(), replaces: false })
  }

  async function restore(version: { readonly id: string; readonly text: string }): Promise<void> {
    const revision = crypto.randomUUID()
    setDraft((now) => restoring(now, version.text, revision))
    const input = { conversation, mode, version: version.id, text: draft.text, revision }
    const done = await run('thread.restoreDraft', input)
    setDraft((now) => (done ? sent(now) : { ...sent(now), text: draft.text, saved: draft.saved, base: draft.base }))
  }

  const spendEarly = useEffectEvent(({ text, hand, keeps, answer }: Early) => {
    // A text that was here before stands in front of it now: the agent looks at both first.
    if (text === draft.text) void spend(hand, keeps).then(answer)
    else answer(false)
  })
  useEffect(() => {
    if (!draft.loaded || early.current === null) return
    spendEarly(early.current)
    early.current = null
  }, [draft.loaded])

  const latestFlush = useEffectEvent(flush)
  useEffect(() => {
    if (!unsaved || !idle || !draft.loaded) return
    const timer = setTimeout(() => latestFlush(false), failed ? RETRY_AFTER : SAVE_AFTER)
    return () => clearTimeout(timer)
  }, [unsaved, idle, failed, draft.loaded])
  useEffect(() => {
    const leave = (): void => latestFlush(true)
    gone.current = false
    window.addEventListener('pagehide', leave)
    return () => {
      gone.current = true
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  // A tab whose host is gone has nobody to save to: the browser asks before it closes. (A window of Electron would not
  // ask but stay open for ever, and its core is always there.)
  const atRisk = native === null && (unsaved || !idle)
  useEffect(() => {
    if (!atRisk) return
    const ask = (event: BeforeUnloadEvent): void => {
      if (client.connection !== 'open') event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [client, atRisk])

  return {
    text: draft.text,
    loaded: draft.loaded,
    conflict: draft.conflict,
    change: (text) => setDraft((now) => ({ ...now, text })),
    flush: () => flush(false),
    spend,
    restore: (version) => void restore(version),
    keepMine: () => void save(keepingMine(draft), true),
    takeOther: () => {
      // What is typed here and not saved goes to the history: the core refuses it as the draft.
      if (unsaved) void save(draft)
      setDraft(takingOther)
    }
  }
}
