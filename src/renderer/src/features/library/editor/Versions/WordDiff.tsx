import { t } from '../../../../i18n/t.ts'
import { plainText } from '../../../../ui/plain-text.ts'
import { wordDiff } from './word-diff.ts'
import classes from './Versions.module.css'

/** Two texts in one: what came and what went. Never told by colour alone. */
export function WordDiff({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <p className={classes.diff} dir="auto">
      {wordDiff(before, after).map(({ text, kind }, index) => {
        switch (kind) {
          case 'added':
            return (
              <ins key={index}>
                <span className="visually-hidden">{t('added:')} </span>
                {plainText(text)}
              </ins>
            )
          case 'removed':
            return (
              <del key={index}>
                <span className="visually-hidden">{t('removed:')} </span>
                {plainText(text)}
              </del>
            )
          case 'same':
            return <span key={index}>{plainText(text)}</span>
        }
      })}
    </p>
  )
}
