import { v7 as uuidv7 } from 'uuid'
import { MAX_POLICIES, type SlaPlan, takesEverything } from '../../../../../shared/domain/sla.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { OrderedRules } from '../../../ui/OrderedRules/OrderedRules.tsx'
import { newPolicy } from '../plan-draft.ts'
import { conditionWords, type Named, targetWords } from '../plan-words.ts'
import { PolicyEditor } from './PolicyEditor.tsx'
import classes from './SlaDialog.module.css'

export interface PolicyListProps {
  readonly plan: SlaPlan
  readonly onChange: (plan: SlaPlan) => void
}

/** The policies of a plan, with what each is for and what it promises. */
export function PolicyList({ plan, onChange }: PolicyListProps) {
  const { policies } = plan
  const tags = useQuery('tags.list', {}).rows
  const accounts = useQuery('accounts.list', {}).rows
  const named: Named = {
    tags: new Map(tags.map(({ id, name }) => [id, name])),
    accounts: new Map(accounts.map(({ id, username }) => [id, `@${username}`]))
  }
  const everything = policies.findIndex(takesEverything)
  return (
    <OrderedRules
      label={t('Policies')}
      rules={policies}
      most={MAX_POLICIES}
      nameOf={(policy) => policy.name}
      summary={(policy, at) => (
        <>
          <bdi className={classes.policyName}>{policy.name === '' ? t('New policy') : policy.name}</bdi>
          <span className={classes.hint}>
            {conditionWords(policy, named)}: {targetWords(policy)}
          </span>
          {everything >= 0 && at > everything ? (
            <span className={classes.warning}>
              {t('Never asked: “{name}” takes everything before it.', { name: policies[everything]?.name ?? '' })}
            </span>
          ) : null}
        </>
      )}
      editor={(policy, change) => <PolicyEditor policy={policy} named={named} onChange={change} />}
      addLabel={t('Add a policy')}
      newRule={() => newPolicy(uuidv7())}
      // Before the one that takes everything: behind it nothing is ever asked.
      addAt={everything < 0 ? policies.length : everything}
      onChange={(changed) => onChange({ ...plan, policies: changed })}
    />
  )
}
