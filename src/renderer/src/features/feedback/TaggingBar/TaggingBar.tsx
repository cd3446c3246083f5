import { Button } from '@mantine/core'
import { IconQuote } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { Keys } from '../../../ui/Keys/Keys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import type { Tagging } from '../use-tagging.ts'
import classes from './TaggingBar.module.css'

/** Which words are chosen, and what can be done with them; said aloud as it changes. */
export function TaggingBar({ tagging }: { readonly tagging: Tagging }) {
  const { choice, selected, open } = tagging
  return (
    <div className={classes.root} data-shown={choice !== null || selected !== null}>
      <p className={classes.words} role="status">
        {choice === null ? null : (
          <>
            <bdi className={classes.quote}>“{plainText(choice.text)}”</bdi>{' '}
            <span className="visually-hidden">
              {t('{at, plural, one {# word} other {# words}} of {of, number}', choice)}
            </span>
          </>
        )}
      </p>
      {choice === null ? null : (
        <p className={classes.keys}>
          <Keys keys="ArrowRight" /> {t('next word')} · <Keys keys="Shift+ArrowRight" /> {t('more words')} ·{' '}
          <Keys keys="Enter" /> {t('tag them')} · <Keys keys="a" /> {t('the whole message')} · <Keys keys="Escape" />
        </p>
      )}
      {choice !== null || selected === null ? null : (
        <Button
          size="compact-sm"
          leftSection={<IconQuote size={14} stroke={1.75} aria-hidden="true" />}
          rightSection={<ActionKeys action="message.feedback" />}
          // What is selected stays selected.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() =>
            open({ message: selected.message, words: { start: selected.start, end: selected.end }, entry: null })
          }
        >
          {t('Tag these words')}
        </Button>
      )}
    </div>
  )
}
