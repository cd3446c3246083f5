import { Button, CloseButton, Textarea } from '@mantine/core'
import { type KeyboardEvent, useId, useState } from 'react'
import { MAX_FEEDBACK_NOTE, MOST_THEMES } from '../../../../../shared/domain/feedback/feedback.ts'
import { useCommand } from '../../../core/use-command.ts'
import { t } from '../../../i18n/t.ts'
import { isMac } from '../../../keyboard/key-labels.ts'
import { pressesOf } from '../../../keyboard/press.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { ChoiceDialog } from '../../../ui/Choices/ChoiceDialog.tsx'
import { ChoiceFoot } from '../../../ui/Choices/ChoiceList.tsx'
import { Keys } from '../../../ui/Keys/Keys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { useFocusBack } from '../../../ui/use-focus-back.ts'
import type { TaggingTarget } from '../use-tagging.ts'
import classes from './FeedbackDialog.module.css'
import { ProductField } from './ProductField.tsx'
import { type Said, SaidChoices } from './SaidChoices.tsx'
import { ThemeField } from './ThemeField.tsx'

export interface FeedbackDialogProps {
  readonly conversation: string
  readonly target: TaggingTarget
  readonly onClose: () => void
}

/** Tags words, a message or the conversation with themes; or changes what was tagged. */
export function FeedbackDialog({ conversation, target, onClose }: FeedbackDialogProps) {
  const { message, words, entry } = target
  const run = useCommand()
  const tell = useUndoNotice()
  useFocusBack()
  const quoted = useId()
  const [said, setSaid] = useState<Said>(() => startOf(target))
  const [problem, setProblem] = useState<string | null>(null)
  const quote = words === null ? (message?.text ?? '') : quoteOf(target)

  function change(part: Partial<Said>): void {
    setSaid((before) => ({ ...before, ...part }))
    setProblem(null)
  }

  async function save(): Promise<void> {
    if (said.themes.length === 0) {
      setProblem(t('Choose a theme, or type the name of a new one.'))
      return
    }
    const what = { ...said, product: said.product.trim() === '' ? null : said.product, themes: [...said.themes] }
    const done = await (entry === null
      ? run('feedback.add', {
          conversation,
          message: message?.id ?? null,
          words: words === null ? null : { ...words, quote },
          ...what
        })
      : run('feedback.change', { feedback: entry.id, ...what }))
    if (!done) return
    onClose()
    tell(t('Tagged: {names}', { names: said.themes.map(plainText).join(t(', ||between parts')) }))
  }

  async function remove(): Promise<void> {
    if (entry === null || !(await run('feedback.remove', { feedback: entry.id }))) return
    onClose()
    tell(t('Feedback removed'))
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || !pressesOf(event.nativeEvent, isMac()).includes('$mod+Enter')) return
    event.preventDefault()
    void save()
  }

  return (
    <ChoiceDialog label={entry === null ? t('Tag feedback') : t('Change the feedback')} size={520} onClose={onClose}>
      <div className={classes.root} role="presentation" onKeyDown={press}>
        <div className={classes.about} id={quoted}>
          <span className={classes.what}>{aboutWords(target)}</span>
          {quote === '' ? null : (
            <blockquote className={classes.quote} dir="auto">
              {plainText(quote)}
            </blockquote>
          )}
          <CloseButton className={classes.close} aria-label={t('Close')} onClick={onClose} />
        </div>
        <ThemeField
          text={quote}
          themes={said.themes}
          problem={problem}
          onThemes={(themes) => {
            if (themes.length <= MOST_THEMES) change({ themes })
            else setProblem(t('There may be {most} themes at most.', { most: MOST_THEMES }))
          }}
          onType={() => setProblem(null)}
          onSaid={change}
          said={said}
          onSave={() => void save()}
        />
        <div className={classes.fields}>
          <SaidChoices said={said} onChange={change} />
          <ProductField product={said.product} onProduct={(product) => change({ product })} />
          <Textarea
            label={t('Note')}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={MAX_FEEDBACK_NOTE}
            value={said.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        </div>
        <ChoiceFoot>
          <div className={classes.foot}>
            {entry === null ? null : (
              <Button variant="subtle" color="red" size="compact-sm" onClick={() => void remove()}>
                {t('Remove')}
              </Button>
            )}
            <span className={classes.room} />
            <Button size="compact-sm" rightSection={<Keys keys="$mod+Enter" />} onClick={() => void save()}>
              {t('Save')}
            </Button>
          </div>
        </ChoiceFoot>
      </div>
    </ChoiceDialog>
  )
}

function startOf({ entry }: TaggingTarget): Said {
  if (entry === null) return { themes: [], product: '', sentiment: 'neutral', severity: null, note: '' }
  const { product, sentiment, severity, note } = entry
  return { themes: entry.themes.map(({ name }) => name), product: product ?? '', sentiment, severity, note }
}

function quoteOf({ message, words, entry }: TaggingTarget): string {
  if (entry !== null && entry.words !== null) return entry.words.quote
  return words === null || message === null ? '' : message.text.slice(words.start, words.end)
}

function aboutWords({ message, words, entry }: TaggingTarget): string {
  if (entry?.erased === true) return t('The message was deleted, and its words with it')
  if (words !== null) return t('These words')
  return message === null ? t('The whole conversation') : t('The whole message')
}
