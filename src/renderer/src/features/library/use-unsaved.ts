import { useEffect, useEffectEvent, useState } from 'react'
import { useSetting } from '../../core/use-setting.ts'
import type { ReplyForm } from './editor/reply-form.ts'
import { Unsaved, UNSAVED_SETTING, withUnsaved } from './editor/unsaved.ts'

/** A change is kept after this long, however fast somebody types. Milliseconds. */
const KEEP_AFTER = 500

export interface UnsavedForms {
  /** False until the core has said what is kept. */
  readonly ready: boolean
  readonly forms: Unsaved
  /** Keeps what was written; null when nothing is unsaved there any more. */
  readonly keep: (reply: string, form: ReplyForm | null) => void
}

const none: Unsaved = {}

/** What was written in the library and not saved, of all replies. It outlives the view, the window and a restart. */
export function useUnsaved(): UnsavedForms {
  const [stored, store, ready] = useSetting<Unsaved>(UNSAVED_SETTING, Unsaved, none)
  /** What was changed here; it holds over what is stored. */
  const [here, setHere] = useState<ReadonlyMap<string, ReplyForm | null>>(new Map())
  const [due, setDue] = useState(false)
  let forms = stored
  for (const [reply, form] of here) forms = withUnsaved(forms, reply, form)

  const flush = useEffectEvent(() => {
    if (!due) return
    setDue(false)
    store(forms)
  })
  useEffect(() => {
    if (!due) return
    const timer = setTimeout(() => flush(), KEEP_AFTER)
    return () => clearTimeout(timer)
  }, [due, here])
  useEffect(() => {
    const leave = (): void => flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  return {
    ready,
    forms,
    keep(reply, form) {
      if (form === null && !Object.hasOwn(forms, reply)) return
      setHere((before) => new Map(before).set(reply, form))
      setDue(true)
    }
  }
}
