import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useCore } from '../../core/core-context.ts'
import { useCommand } from '../../core/use-command.ts'
import { useSetting } from '../../core/use-setting.ts'
import { t } from '../../i18n/t.ts'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
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
  /** Drops what was written, with a way back. */
  readonly discard: (reply: string) => void
}

const none: Unsaved = {}

/** What was written in the library and not saved, of all replies. It outlives the view, the window and a restart. */
export function useUnsaved(): UnsavedForms {
  const [stored, , ready] = useSetting<Unsaved>(UNSAVED_SETTING, Unsaved, none)
  const run = useCommand()
  const { store: views } = useCore()
  const tell = useUndoNotice()
  const gone = useRef(false)
  /** What was changed here; it holds over what is stored, which other windows change as well. */
  const [here, setHere] = useState<ReadonlyMap<string, ReplyForm | null>>(new Map())
  const [due, setDue] = useState(false)
  let forms = stored
  for (const [reply, form] of here) forms = withUnsaved(forms, reply, form)

  async function store(value: Unsaved, sent: typeof here): Promise<void> {
    const done = await run('settings.set', { name: UNSAVED_SETTING, value: value as never })
    // That nothing is written any more is said once: another window may begin to write there. What is written here stays,
    // whatever others make of the same reply; and what could not be stored is tried again with the next letter.
    const said = (reply: string, form: ReplyForm | null): boolean => form === null && sent.get(reply) === null
    if (done !== null) setHere((now) => new Map([...now].filter(([reply, form]) => !said(reply, form))))
  }

  const flush = useEffectEvent(() => {
    if (!due) return
    setDue(false)
    void store(forms, here)
  })
  useEffect(() => {
    if (!due) return
    const timer = setTimeout(() => flush(), KEEP_AFTER)
    return () => clearTimeout(timer)
  }, [due, here])
  useEffect(() => {
    const leave = (): void => flush()
    gone.current = false
    window.addEventListener('pagehide', leave)
    return () => {
      gone.current = true
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  function keep(reply: string, form: ReplyForm | null): void {
    if (form === null && !Object.hasOwn(forms, reply)) return
    setHere((before) => new Map(before).set(reply, form))
    setDue(true)
  }

  /** A way back is offered for longer than the library may be open. */
  function bringBack(reply: string, form: ReplyForm): void {
    if (!gone.current) return keep(reply, form)
    const row = views.peek('settings.list', {}).rows.find(({ id }) => id === UNSAVED_SETTING)
    const now = Unsaved.safeParse(row?.value).data ?? none
    void run('settings.set', { name: UNSAVED_SETTING, value: withUnsaved(now, reply, form) as never })
  }

  return {
    ready,
    forms,
    keep,
    discard(reply) {
      const form = forms[reply]
      if (form === undefined) return
      keep(reply, null)
      tell(t('Discarded what was written'), () => bringBack(reply, form))
    }
  }
}
