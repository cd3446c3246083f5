import { type ReactNode, useState } from 'react'
import { useCommand } from '../../../core/use-command.ts'
import { CategoryPicker } from '../TriageActions/CategoryPicker.tsx'
import { AssigneePicker } from '../../team/AssigneePicker/AssigneePicker.tsx'
import { TagPicker } from '../../tags/TagPicker/TagPicker.tsx'
import { type AskRequired, type Missing, RequiredContext } from '../required-context.ts'

interface Asked {
  /** What is missing, and where. */
  readonly missing: readonly Missing[]
  readonly answer: (complete: boolean) => void
}

/** Asks for what a conversation must have before it is resolved, one after the other; Escape leaves it open. */
export function RequiredProvider({ children }: { readonly children: ReactNode }) {
  const run = useCommand()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [ask] = useState<AskRequired>(
    () => (missing: readonly Missing[]) => new Promise<boolean>((resolve) => setAsked({ missing, answer: resolve }))
  )

  function stop(complete: boolean): void {
    asked?.answer(complete)
    setAsked(null)
  }

  /** One of them is filled in: on to the next. */
  async function filled(done: Promise<unknown>): Promise<void> {
    if (!asked) return
    const rest = asked.missing.slice(1)
    // The focus must not fall out between two questions: the next one stands before the answer is there.
    if (rest.length > 0) setAsked({ ...asked, missing: rest })
    const worked = (await done) !== null
    if (!worked) stop(false)
    else if (rest.length === 0) stop(true)
  }

  return (
    <RequiredContext value={ask}>
      {children}
      {asked === null ? null : <Question asked={asked} run={run} onClose={() => stop(false)} onFilled={filled} />}
    </RequiredContext>
  )
}

interface QuestionProps {
  readonly asked: Asked
  readonly run: ReturnType<typeof useCommand>
  readonly onClose: () => void
  readonly onFilled: (done: Promise<unknown>) => Promise<void>
}

function Question({ asked, run, onClose, onFilled }: QuestionProps) {
  const [first] = asked.missing
  if (first === undefined) return null
  const { field, conversations } = first
  switch (field) {
    case 'category':
      return (
        <CategoryPicker
          required
          now={[]}
          onClose={onClose}
          onPick={(category) => void onFilled(run('inbox.setCategory', { conversations, category }))}
        />
      )
    case 'assignee':
      return (
        <AssigneePicker
          required
          assigned={[]}
          onClose={onClose}
          onPick={(member) => void onFilled(run('inbox.assign', { conversations, member }))}
        />
      )
    case 'tag':
      return (
        <TagPicker
          required
          conversations={conversations}
          known={() => []}
          onClose={onClose}
          onTag={(change) => void onFilled(run('inbox.tag', { conversations, ...change }))}
        />
      )
  }
}
