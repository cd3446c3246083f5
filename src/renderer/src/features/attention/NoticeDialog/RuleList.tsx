import { IconBell, IconBellOff } from '@tabler/icons-react'
import { v7 as uuidv7 } from 'uuid'
import { MAX_NOTICE_RULES, type NoticePlan, type NoticeRule } from '../../../../../shared/domain/notice-plan.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { OrderedRules } from '../../../ui/OrderedRules/OrderedRules.tsx'
import { ruleWords } from '../notice-words.ts'
import classes from './NoticeDialog.module.css'
import { RuleEditor } from './RuleEditor.tsx'

export interface RuleListProps {
  readonly plan: NoticePlan
  readonly onChange: (plan: NoticePlan) => void
}

/** The rules of a plan, and what each of them does. */
export function RuleList({ plan, onChange }: RuleListProps) {
  const tags = useQuery('tags.list', {}).rows
  const nameOf = (rule: NoticeRule): string =>
    ruleWords(rule, (id) => tags.find((tag) => tag.id === id)?.name ?? t('a tag that is gone'))
  return (
    <OrderedRules
      label={t('Rules')}
      rules={plan.rules}
      most={MAX_NOTICE_RULES}
      nameOf={nameOf}
      summary={(rule, at) => {
        const Icon = rule.tell ? IconBell : IconBellOff
        return (
          <>
            <span className={classes.number}>{at + 1}</span>
            <Icon size={15} stroke={1.75} aria-hidden="true" />
            <bdi>{nameOf(rule)}</bdi>
            <span className={classes.hint}>{rule.tell ? t('is told') : t('is kept quiet')}</span>
          </>
        )
      }}
      editor={(rule, change) => <RuleEditor rule={rule} tags={tags} onChange={change} />}
      addLabel={t('Add a rule')}
      newRule={() => newRule(plan)}
      onChange={(rules) => onChange({ ...plan, rules })}
    />
  )
}

/** About everything, until something is chosen. */
function newRule({ sound }: NoticePlan): NoticeRule {
  const when = { event: null, queue: null, category: null, priority: null, tag: null, firstContact: false, keyword: '' }
  return { id: uuidv7(), when, tell: true, sound }
}
