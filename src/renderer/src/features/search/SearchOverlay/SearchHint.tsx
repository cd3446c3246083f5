import { msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'
import classes from './SearchOverlay.module.css'

const examples = [
  [msg('refund order'), msg('both words, in any place; accents and capitals do not matter')],
  ['"where is my order"', msg('these words exactly')],
  ['from:ana has:photo -late', msg('operators, and a word that must not be there')],
  ['is:open (tag:refund OR tag:late)', msg('either of two, as a list you can work through')]
] as const

/** What can be written, for who has not written anything yet. */
export function SearchHint() {
  return (
    <div className={classes.hint}>
      <dl>
        {examples.map(([example, meaning]) => (
          <div key={meaning.english}>
            <dt>
              <bdi>{typeof example === 'string' ? example : t(example)}</bdi>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
