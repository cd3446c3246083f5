import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import type { TagRow } from '../../../../../shared/contract/triage-rows.ts'
import { categories, priorities } from '../../../../../shared/domain/conversation.ts'
import { noticeEvents, noticeQueues, type NoticeRule, noticeSounds } from '../../../../../shared/domain/notice-plan.ts'
import { t } from '../../../i18n/t.ts'
import { categoryWords, priorityWords } from '../../inbox/triage-words.tsx'
import { eventNames, queueName, soundNames } from '../notice-words.ts'
import { playSound } from '../play-sound.ts'
import classes from './NoticeDialog.module.css'

export interface RuleEditorProps {
  readonly rule: NoticeRule
  readonly tags: readonly TagRow[]
  readonly onChange: (rule: NoticeRule) => void
}

/** What a rule is about, and what it does. Everything that is chosen has to be true at once. */
export function RuleEditor({ rule, tags, onChange }: RuleEditorProps) {
  const { when } = rule
  const setWhen = (changed: Partial<NoticeRule['when']>): void => onChange({ ...rule, when: { ...when, ...changed } })
  const goneTag = when.tag !== null && tags.every((tag) => tag.id !== when.tag) ? when.tag : null
  return (
    <>
      <div className={classes.fields}>
        <Choice
          label={t('What happened')}
          values={noticeEvents}
          value={when.event}
          word={(event) => t(eventNames[event])}
          onChange={(event) => setWhen({ event })}
        />
        <Choice
          label={t('Queue')}
          values={noticeQueues}
          value={when.queue}
          word={queueName}
          onChange={(queue) => setWhen({ queue })}
        />
        <Choice
          label={t('Category')}
          values={categories}
          value={when.category}
          word={(category) => t(categoryWords[category])}
          onChange={(category) => setWhen({ category })}
        />
        <Choice
          label={t('Priority')}
          values={priorities}
          value={when.priority}
          word={(priority) => t(priorityWords[priority])}
          onChange={(priority) => setWhen({ priority })}
        />
        <Choice
          label={t('Tag')}
          values={[...tags.map(({ id }) => id), ...(goneTag === null ? [] : [goneTag])]}
          value={when.tag}
          word={(id) => tags.find((tag) => tag.id === id)?.name ?? t('a tag that is gone')}
          onChange={(tag) => setWhen({ tag })}
        />
        <TextInput
          label={t('Words in the message')}
          placeholder={t('Any')}
          dir="auto"
          maxLength={100}
          value={when.keyword}
          onChange={(event) => setWhen({ keyword: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t('First contact: nobody has answered this customer yet')}
        checked={when.firstContact}
        onChange={(event) => setWhen({ firstContact: event.currentTarget.checked })}
      />
      <div className={classes.line}>
        <SegmentedControl
          aria-label={t('What the rule does')}
          size="xs"
          data={[
            { value: 'tell', label: t('Tell me') },
            { value: 'quiet', label: t('Keep quiet') }
          ]}
          value={rule.tell ? 'tell' : 'quiet'}
          onChange={(value) => onChange({ ...rule, tell: value === 'tell' })}
        />
        {rule.tell ? (
          <SegmentedControl
            aria-label={t('Sound')}
            size="xs"
            data={noticeSounds.map((value) => ({ value, label: t(soundNames[value]) }))}
            value={rule.sound}
            onChange={(value) => {
              const sound = noticeSounds.find((each) => each === value) ?? 'system'
              playSound(sound)
              onChange({ ...rule, sound })
            }}
          />
        ) : null}
      </div>
    </>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly values: readonly T[]
  readonly value: T | null
  readonly word: (value: T) => string
  readonly onChange: (value: T | null) => void
}

function Choice<T extends string>({ label, values, value, word, onChange }: ChoiceProps<T>) {
  return (
    <Select
      label={label}
      placeholder={t('Any')}
      clearable
      clearButtonProps={{ 'aria-label': t('Any') }}
      data={values.map((each) => ({ value: each, label: word(each) }))}
      value={value}
      onChange={(chosen) => onChange(values.find((each) => each === chosen) ?? null)}
    />
  )
}
