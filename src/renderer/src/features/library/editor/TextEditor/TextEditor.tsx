import { Button } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import type { TemplateProblem } from '../../../../../../shared/domain/library/template/problem.ts'
import { MAX_BODY_LENGTH } from '../../../../../../shared/domain/library/canned-reply.ts'
import { t } from '../../../../i18n/t.ts'
import { useQuery } from '../../../../core/use-query.ts'
import { useAction, useRunAction } from '../../../../keyboard/KeyboardProvider.tsx'
import { KeyedTip } from '../../../../ui/ActionButton/KeyedTip.tsx'
import { ActionKeys } from '../../../../ui/Keys/ActionKeys.tsx'
import { Picker } from '../../../../ui/Picker/Picker.tsx'
import { plainText } from '../../../../ui/plain-text.ts'
import { typeText } from '../../../../ui/type-text.ts'
import { TextMarks } from '../../../send-check/TextMarks/TextMarks.tsx'
import { AttachButton } from '../../../composer/Attachment/AttachButton.tsx'
import type { Filling } from '../../fill.ts'
import { placeholderChoices } from '../placeholder-choices.ts'
import { placedProblemWords } from '../problem-words.ts'
import type { ReplyFileControl } from '../use-reply-file.ts'
import { bodyIn, type ReplyForm, withBody } from '../reply-form.ts'
import { FileArea } from './FileArea.tsx'
import { LanguageTabs } from './LanguageTabs.tsx'
import classes from './TextEditor.module.css'

export interface TextEditorProps {
  readonly form: ReplyForm
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly filling: Filling
  readonly problems: readonly TemplateProblem[]
  /** What goes along; null where nothing can, in a fragment. */
  readonly file: ReplyFileControl | null
  /** Null: the main text. */
  readonly language: string | null
  readonly onLanguage: (language: string | null) => void
  readonly onForm: (form: ReplyForm) => void
}

/** The text of a reply in its languages, what is wrong in it, and what can be inserted. */
export function TextEditor({ form, field, filling, problems, file, language, onLanguage, onForm }: TextEditorProps) {
  const [picking, setPicking] = useState(false)
  const runAction = useRunAction()
  const attributes = useQuery('attributes.list', {}).rows.map(({ name }) => name)
  const body = bodyIn(form, language)
  const here = problems.filter((problem) => problem.language === language)
  const shown = body.trim() === '' ? [] : here
  const [mendable] = shown.filter(({ instead }) => instead !== null)

  function show({ from, to }: TemplateProblem): void {
    field.current?.focus()
    field.current?.setSelectionRange(from, to)
  }

  function mend(problem: TemplateProblem): void {
    if (field.current && problem.instead !== null) typeText(field.current, [problem.from, problem.to], problem.instead)
  }

  useAction('library.placeholder', () => setPicking(true))
  useAction('library.fix', () => mendable && mend(mendable), mendable !== undefined)

  return (
    <div className={classes.root}>
      <LanguageTabs
        form={form}
        shown={language}
        broken={new Set(form.body.trim() === '' ? [] : problems.map((problem) => problem.language))}
        onShow={onLanguage}
        onForm={onForm}
      />
      <div className={classes.frame}>
        <div className={classes.field}>
          {shown.length === 0 ? null : (
            <TextMarks
              text={body}
              marks={shown.map(({ from, to }) => ({ span: [from, to], blocks: true }))}
              field={field}
              className={classes.letters}
              lang={language}
            />
          )}
          <textarea
            ref={field}
            className={`${classes.letters} ${classes.input}`}
            aria-label={t('Text of the reply')}
            aria-invalid={shown.length > 0}
            placeholder={t('Hi {example}, …', { example: '{{ customer.first_name | fallback: "there" }}' })}
            dir="auto"
            lang={language ?? (form.language === '' ? undefined : form.language)}
            spellCheck
            maxLength={MAX_BODY_LENGTH}
            value={body}
            onChange={(event) => onForm(withBody(form, language, event.currentTarget.value))}
          />
        </div>
        {file === null ? null : <FileArea file={file} />}
        <div className={classes.bar}>
          <KeyedTip action="library.placeholder">
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              leftSection={<IconBraces size={14} stroke={1.75} />}
              onClick={() => setPicking(true)}
            >
              {t('Placeholder')}
            </Button>
          </KeyedTip>
          <KeyedTip action="go.placeholders">
            <Button variant="subtle" color="gray" size="compact-xs" onClick={() => runAction('go.placeholders')}>
              {t('How they work')}
            </Button>
          </KeyedTip>
          {file === null ? null : (
            <span className={classes.attach}>
              <AttachButton
                action="library.attach"
                hint={t('Attach one picture, GIF or video, for all languages')}
                onFiles={file.add}
              />
            </span>
          )}
        </div>
      </div>
      {shown.length === 0 ? null : (
        <ul className={classes.problems} aria-label={t('Mistakes')}>
          {shown.map((problem) => (
            <li key={`${problem.from} ${problem.code}`} className={classes.problem}>
              <button type="button" className={classes.where} onClick={() => show(problem)}>
                {placedProblemWords(problem)}
              </button>
              {problem.instead === null ? null : (
                <Button
                  size="compact-xs"
                  variant="default"
                  rightSection={problem === mendable ? <ActionKeys action="library.fix" /> : undefined}
                  onClick={() => mend(problem)}
                >
                  {t('Write “{text}”', { text: problem.instead })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {picking ? (
        <Picker
          label={t('Insert a placeholder')}
          placeholder={t('What is to stand there?')}
          options={placeholderChoices(attributes, filling.fragments)
            .map(({ id, label, group, source }) => ({
              id,
              label: plainText(label),
              group,
              also: source,
              hint: source.length > 34 ? undefined : source
            }))
            .map(({ hint, ...option }) => (hint === undefined ? option : { ...option, hint }))}
          nothing={(typed) => t('No placeholder is called “{typed}”.', { typed })}
          onPick={(id) => {
            const source = placeholderChoices(attributes, filling.fragments).find((one) => one.id === id)?.source
            setPicking(false)
            requestAnimationFrame(() => {
              const input = field.current
              if (input && source !== undefined) typeText(input, [input.selectionStart, input.selectionEnd], source)
            })
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </div>
  )
}
