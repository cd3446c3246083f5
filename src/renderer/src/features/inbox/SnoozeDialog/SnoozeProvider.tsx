import { type ReactNode, useState } from 'react'
import { type AskSnooze, type SnoozeAnswer, SnoozeContext } from '../snooze-context.ts'
import { SnoozeDialog } from './SnoozeDialog.tsx'

interface Asked {
  readonly title: string
  readonly answer: (answer: SnoozeAnswer | null) => void
}

/** Asks until when a conversation is out of the way, for what does more than snoozing it. */
export function SnoozeProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [ask] = useState<AskSnooze>(
    () => (title: string) =>
      new Promise<SnoozeAnswer | null>((resolve) => {
        setAsked({
          title,
          answer: (answer) => {
            setAsked(null)
            resolve(answer)
          }
        })
      })
  )
  return (
    <SnoozeContext value={ask}>
      {children}
      {asked === null ? null : (
        <SnoozeDialog
          title={asked.title}
          onClose={() => asked.answer(null)}
          onChoose={(until) => asked.answer({ until })}
        />
      )}
    </SnoozeContext>
  )
}
