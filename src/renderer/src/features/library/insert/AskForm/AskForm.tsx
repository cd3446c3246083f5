import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { TemplateQuestion } from '../../../../../../shared/domain/library/template/read-ask.ts'
import { t } from '../../../../i18n/t.ts'
import { Keys } from '../../../../ui/Keys/Keys.tsx'
import { plainText } from '../../../../ui/plain-text.ts'
import { fillBody, type Filling, questionLabels } from '../../fill.ts'
import { FilledText } from '../../FilledText/FilledText.tsx'
import type { Asking } from '../use-canned.ts'
import classes from './AskForm.module.css'

export interface AskFormProps {
  readonly asking: Asking
  readonly filling: Filling
  /** @param answers by key of the question */
  readonly onAnswer: (answers: Readonly<Record<string, string>>) => void
  readonly onCancel: () => void
}

/** What has to be asked before a reply goes into the text. Tab walks the questions, Enter inserts. */
export function AskForm({ asking, filling, onAnswer, onCancel }: AskFormProps) {
  const { choice, questions } = asking
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(questions.map(({ key, default: first }) => [key, first ?? '']))
  )
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { segments, missing } = fillBody(choice.body, choice.language, filling, answers)
  const unfilled = new Set(missing.filter(({ reason }) => reason === 'answer').map(({ name }) => name))
  /** What was typed and is no answer of its kind. Nothing at all may stay: the send check shows it. */
  const wrong = questions.filter(({ key }) => unfilled.has(key) && (answers[key] ?? '').trim() !== '')

  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select')?.focus()
  }, [])

  function submit(event?: FormEvent): void {
    event?.preventDefault()
    setChecked(true)
    const [first] = wrong
    if (first === undefined) onAnswer(answers)
    else form.current?.querySelectorAll<HTMLElement>('input, select')[questions.indexOf(first)]?.focus()
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) submit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <form
      ref={form}
      className={classes.root}
      aria-label={t('Questions of {title}', { title: plainText(choice.title) })}
      onSubmit={submit}
      onKeyDown={press}
    >
      <p className={classes.title}>
        <bdi>{plainText(choice.title)}</bdi>
      </p>
      {questions.map((question) => (
        <QuestionField
          key={question.key}
          question={question}
          value={answers[question.key] ?? ''}
          problem={checked && wrong.includes(question) ? problemOf(question) : null}
          onChange={(value) => setAnswers({ ...answers, [question.key]: value })}
        />
      ))}
      <div className={classes.preview}>
        <FilledText segments={segments} language={choice.language} questions={questionLabels(questions)} />
      </div>
      <div className={classes.foot}>
        <Button type="submit" rightSection={<Keys keys="Enter" />} aria-label={t('Insert')}>
          {t('Insert')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}

interface QuestionFieldProps {
  readonly question: TemplateQuestion
  readonly value: string
  readonly problem: string | null
  readonly onChange: (value: string) => void
}

function QuestionField({ question, value, problem, onChange }: QuestionFieldProps) {
  const label = plainText(question.label)
  if (question.type === 'choice') {
    return (
      <NativeSelect
        size="xs"
        label={label}
        data={[...(value === '' ? [{ value: '', label: t('Choose…') }] : []), ...question.choices]}
        value={value}
        error={problem}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <TextInput
      size="xs"
      label={label}
      type={question.type === 'date' ? 'date' : 'text'}
      inputMode={question.type === 'number' ? 'decimal' : undefined}
      dir="auto"
      autoComplete="off"
      value={value}
      error={problem}
      onFocus={(event) => event.currentTarget.type === 'text' && event.currentTarget.select()}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function problemOf({ type }: TemplateQuestion): string {
  switch (type) {
    case 'number':
      return t('This is no number.')
    case 'date':
      return t('This is no date.')
    case 'choice':
    case 'text':
      return t('This cannot be filled in.')
  }
}
