import { UnstyledButton } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './OutboxView.module.css'

export interface ItemLineProps {
  readonly conversation: string
  readonly title: string
  readonly createdAt: number
}

/** Whom it is for, leading to the conversation, and since when it is here. */
export function ItemLine({ conversation, title, createdAt }: ItemLineProps) {
  const { go } = useNavigation()
  const name = plainText(title)
  return (
    <div className={classes.line}>
      <UnstyledButton
        className={classes.name}
        title={t('Open the conversation with {name}', { name })}
        onClick={() => go({ to: 'thread', conversation, enter: true })}
      >
        <bdi>{name}</bdi>
      </UnstyledButton>
      <RelativeTime at={createdAt} className={classes.time} />
    </div>
  )
}
