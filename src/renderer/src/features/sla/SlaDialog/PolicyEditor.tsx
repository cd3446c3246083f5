import { Checkbox, MultiSelect, NumberInput, TextInput } from '@mantine/core'
import { categories, priorities } from '../../../../../shared/domain/conversation.ts'
import { LONGEST_TARGET_MINUTES, MAX_POLICY_NAME, type SlaPolicy } from '../../../../../shared/domain/sla.ts'
import { t } from '../../../i18n/t.ts'
import { formatWait } from '../../../ui/time.ts'
import { categoryWords, priorityWords } from '../../inbox/triage-words.tsx'
import type { Named } from '../plan-words.ts'
import classes from './SlaDialog.module.css'

export interface PolicyEditorProps {
  readonly policy: SlaPolicy
  readonly named: Named
  readonly onChange: (policy: SlaPolicy) => void
}

/** What a policy is for, and what it promises. */
export function PolicyEditor({ policy, named, onChange }: PolicyEditorProps) {
  const { when } = policy
  const setWhen = (changed: Partial<SlaPolicy['when']>): void => onChange({ ...policy, when: { ...when, ...changed } })
  return (
    <>
      <TextInput
        label={t('Name')}
        maxLength={MAX_POLICY_NAME}
        dir="auto"
        value={policy.name}
        onChange={(event) => onChange({ ...policy, name: event.currentTarget.value })}
      />
      <div className={classes.targets}>
        <Target label={t('First answer')} value={policy.first} onChange={(first) => onChange({ ...policy, first })} />
        <Target label={t('Later answers')} value={policy.next} onChange={(next) => onChange({ ...policy, next })} />
      </div>
      <div className={classes.targets}>
        <MultiSelect
          label={t('Categories')}
          placeholder={when.categories.length === 0 ? t('Any') : ''}
          data={categories.map((value) => ({ value, label: t(categoryWords[value]) }))}
          value={[...when.categories]}
          onChange={(chosen) => setWhen({ categories: categories.filter((each) => chosen.includes(each)) })}
        />
        <MultiSelect
          label={t('Priorities')}
          placeholder={when.priorities.length === 0 ? t('Any') : ''}
          data={priorities.map((value) => ({ value, label: t(priorityWords[value]) }))}
          value={[...when.priorities]}
          onChange={(chosen) => setWhen({ priorities: priorities.filter((each) => chosen.includes(each)) })}
        />
        <MultiSelect
          label={t('Tags')}
          placeholder={when.tags.length === 0 ? t('Any') : ''}
          searchable
          data={choices(named.tags, when.tags, t('a tag that is gone'))}
          value={[...when.tags]}
          onChange={(tags) => setWhen({ tags })}
        />
        <MultiSelect
          label={t('Accounts')}
          placeholder={when.accounts.length === 0 ? t('Any') : ''}
          data={choices(named.accounts, when.accounts, t('an account that is gone'))}
          value={[...when.accounts]}
          onChange={(accounts) => setWhen({ accounts })}
        />
      </div>
      <Checkbox
        label={t('Count round the clock, also at night and on holidays')}
        checked={policy.always}
        onChange={(event) => onChange({ ...policy, always: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('The clock stands while a conversation is snoozed')}
        description={t('Otherwise a customer who waits goes on waiting.')}
        checked={policy.pausesSnoozed}
        onChange={(event) => onChange({ ...policy, pausesSnoozed: event.currentTarget.checked })}
      />
    </>
  )
}

/** What is there, and what was chosen before it went. */
function choices(named: ReadonlyMap<string, string>, chosen: readonly string[], gone: string) {
  const lost = chosen.filter((id) => !named.has(id))
  return [...[...named].map(([value, label]) => ({ value, label })), ...lost.map((value) => ({ value, label: gone }))]
}

interface TargetProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

function Target({ label, value, onChange }: TargetProps) {
  return (
    <NumberInput
      label={label}
      placeholder={t('Nothing promised')}
      description={value === null ? t('Nothing promised') : formatWait(value * 60_000)}
      inputWrapperOrder={['label', 'input', 'description']}
      suffix={t(' min')}
      min={1}
      max={LONGEST_TARGET_MINUTES}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' && next >= 1 ? next : null)}
    />
  )
}
