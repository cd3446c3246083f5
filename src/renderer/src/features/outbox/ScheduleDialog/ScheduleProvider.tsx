import { type ReactNode, useState } from 'react'
import { type AskTime, AskTimeContext, type TimeQuestion } from '../schedule-context.ts'
import { ScheduleDialog } from './ScheduleDialog.tsx'

interface Asked {
  readonly question: TimeQuestion
  readonly answer: (at: number | null) => void
}

/** Holds the one dialog that asks for a time, for whoever needs one. */
export function ScheduleProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [ask] = useState<AskTime>(
    () => (question: TimeQuestion) =>
      new Promise<number | null>((resolve) => {
        setAsked({
          question,
          answer: (at) => {
            setAsked(null)
            resolve(at)
          }
        })
      })
  )
  return (
    <AskTimeContext value={ask}>
      {children}
      <ScheduleDialog question={asked?.question ?? null} onAnswer={(at) => asked?.answer(at)} />
    </AskTimeContext>
  )
}
