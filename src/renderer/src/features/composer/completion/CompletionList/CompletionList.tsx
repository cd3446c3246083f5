import { t } from '../../../../i18n/t.ts'
import { plainText } from '../../../../ui/plain-text.ts'
import type { Completion } from '../use-completion.ts'
import classes from './CompletionList.module.css'

/** What can be written here, above the text; the focus stays in the text. */
export function CompletionList({ completion }: { readonly completion: Completion }) {
  const { id, options, marked, mark, take } = completion
  if (options.length === 0) return null
  return (
    <div id={id} role="listbox" aria-label={t('Suggestions')} className={classes.root}>
      {options.map((option, index) => (
        <div
          key={option.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === marked}
          className={classes.option}
          onMouseMove={() => mark(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(index)}
        >
          <span className={classes.mark} aria-hidden="true">
            {option.mark}
          </span>
          <bdi className={classes.label}>{plainText(option.label)}</bdi>
        </div>
      ))}
    </div>
  )
}
