import { useQuery } from '../../../core/use-query.ts'
import { typingWords } from '../typing-words.ts'
import classes from './TypingLine.module.css'

/** Says who is writing. Its place is always there, so that nothing moves when somebody begins. */
export function TypingLine({ conversation }: { readonly conversation: string }) {
  const row = useQuery('activity.typing', {}).rows.find((each) => each.id === conversation)
  const words = typingWords(row?.people ?? [])
  return (
    <div className={classes.root} role="status">
      {words === '' ? null : (
        <>
          <span className={classes.dots} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <bdi>{words}</bdi>
        </>
      )}
    </div>
  )
}
