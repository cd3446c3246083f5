import { UnstyledButton } from '@mantine/core'
import type { CannedFixRow } from '../../../../../shared/contract/library-rows.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { useTeam } from '../../team/use-team.ts'
import versions from '../editor/Versions/Versions.module.css'
import { WordDiff } from '../editor/Versions/WordDiff.tsx'
import { languageName } from '../library-words.ts'
import classes from './Outcome.module.css'

export interface FixDetailProps {
  readonly fix: CannedFixRow
  readonly onConversation: (conversation: string) => void
}

/** A change that is proposed, and where it was made. */
export function FixDetail({ fix, onConversation }: FixDetailProps) {
  const team = useTeam()
  const { customers, of, members } = fix
  return (
    <>
      <h3 className={versions.part}>{fix.language === null ? t('Text') : languageName(fix.language)}</h3>
      <WordDiff before={fix.before} after={fix.after} />
      <p className={classes.evidence}>
        {t(
          '{members, plural, one {One agent} other {# agents}} changed it so for {customers, number} of the {of, number} customers who got this version.',
          { members, customers, of }
        )}
      </p>
      <h3 className={versions.part}>{t('Sent so to')}</h3>
      <ul className={classes.examples}>
        {fix.examples.map(({ conversation, title, member, at }) => (
          <li key={conversation}>
            <UnstyledButton className={classes.example} onClick={() => onConversation(conversation)}>
              <bdi className={classes.customer}>{plainText(title)}</bdi>
              <span className={classes.by}>
                {t('by {name}', { name: plainText(team.get(member)?.name ?? t('Somebody')) })}
              </span>
              <RelativeTime at={at} />
              <span className={classes.open}>{t('Open the conversation')}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  )
}
