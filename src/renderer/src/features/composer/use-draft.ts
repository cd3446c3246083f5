import { useEffect, useEffectEvent, useState } from 'react'
import { useCommand } from '../../core/use-command.ts'
import { useQuery } from '../../core/use-query.ts'
import { type Draft, emptyDraft, heard, notSent, saved, saving, sending } from './draft.ts'

/** A change is saved after this long, however fast somebody types. Milliseconds; the promise to the user is a second. */
const SAVE_AFTER = 500

export interface DraftControl {
  /** Null until the core has said what was written here before. */
  readonly text: string | null
  readonly change: (text: string) => void
  /** Saves now what is not saved yet. */
  readonly flush: () => void
  /** Hands the text over as a reply: the field is empty at once, and full again when that did not work. */
  readonly send: () => Promise<boolean>
}

/** The draft of a conversation, kept by the core. To be used in a component keyed by conversation. */
export function useDraft(conversation: string): DraftControl {
  const run = useCommand()
  const answer = useQuery('thread.draft', { conversation })
  const incoming = answer.status === 'loading' ? null : (answer.rows[0]?.text ?? '')
  const [known, setDraft] = useState<Draft | null>(null)
  const draft = incoming === null ? known : heard(known ?? emptyDraft, incoming)
  if (draft !== known) setDraft(draft)

  const unsaved = draft !== null && draft.text !== draft.saved
  const idle = draft?.pending === 0

  function update(change: (draft: Draft) => Draft): void {
    setDraft((now) => change(now ?? emptyDraft))
  }

  async function save(): Promise<void> {
    if (draft === null || !unsaved) return
    update(saving)
    const done = await run('thread.saveDraft', { conversation, text: draft.text })
    update((now) => saved(now, done ? null : draft.saved))
  }

  async function send(): Promise<boolean> {
    if (draft === null) return false
    update(sending)
    const done = await run('thread.reply', { conversation, text: draft.text })
    update((now) => (done ? saved(now, null) : notSent(now, draft.text, draft.saved)))
    return done !== null
  }

  const latestSave = useEffectEvent(save)
  useEffect(() => {
    if (!unsaved || !idle) return
    const timer = setTimeout(() => void latestSave(), SAVE_AFTER)
    return () => clearTimeout(timer)
  }, [unsaved, idle])
  useEffect(() => {
    const leave = (): void => void latestSave()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  return {
    text: draft === null ? null : draft.text,
    change: (text) => update((now) => ({ ...now, text })),
    flush: () => void save(),
    send
  }
}
