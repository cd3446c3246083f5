import { t } from '../../../i18n/t.ts'
import type { MemberRow } from '../../../../../shared/contract/triage-rows.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './PersonChip.module.css'

/** Who has taken it: initials in a circle. */
export function PersonChip({ member }: { readonly member: MemberRow }) {
  const name = plainText(member.name)
  return (
    <span className={classes.root} title={t('Assigned to {name}', { name })}>
      <Avatar id={member.id} name={member.name} src={null} size={20} />
      <span className="visually-hidden">{t('Assigned to {name}', { name })}</span>
    </span>
  )
}
