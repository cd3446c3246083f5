import { ActionIcon, Button, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconX } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { findingWords } from '../finding-words.ts'
import type { Held, JudgedFinding } from '../verdict.ts'
import classes from './FindingList.module.css'

export interface FindingListProps {
  readonly findings: readonly JudgedFinding[]
  readonly held: Held | null
  readonly onShow: (found: JudgedFinding) => void
  readonly onFix: (found: JudgedFinding) => void
  readonly onIgnore: (found: JudgedFinding) => void
  readonly onSendAnyway: () => void
  readonly onClose: () => void
}

/** All findings, each with what to do about it. */
export function FindingList({ findings, held, onSendAnyway, onClose, ...steps }: FindingListProps) {
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('Send check')}
      data-held={held ?? undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        // Said to be dealt with: the same key would lead back to the list of conversations.
        event.preventDefault()
        onClose()
      }}
    >
      <div className={classes.head}>
        <span role="status" className={classes.heading}>
          {held === null
            ? t('Send check')
            : held === 'blocked'
              ? t('This cannot be sent until it is changed.')
              : t('Not sent yet: look at this.')}
        </span>
        {held === 'asked' ? (
          <Button
            size="compact-xs"
            variant="light"
            className={classes.anyway}
            aria-label={t('Send anyway')}
            rightSection={<ActionKeys action="reply.send" />}
            onClick={onSendAnyway}
          >
            {t('Send anyway')}
          </Button>
        ) : null}
        <ActionIcon size="sm" aria-label={t('Close the send check')} onClick={onClose}>
          <IconX size={14} stroke={2} />
        </ActionIcon>
      </div>
      <ul className={classes.list}>
        {findings.map((found, index) => (
          <Item key={`${found.key}${index}`} found={found} {...steps} />
        ))}
      </ul>
    </div>
  )
}

function Item({
  found,
  onShow,
  onFix,
  onIgnore
}: { readonly found: JudgedFinding } & Pick<FindingListProps, 'onShow' | 'onFix' | 'onIgnore'>) {
  const { title, advice, fix } = findingWords(found)
  const Icon = found.blocks ? IconBan : IconAlertTriangle
  return (
    <li className={classes.item} data-blocks={found.blocks}>
      <Icon
        size={15}
        stroke={2}
        className={classes.icon}
        aria-label={found.blocks ? t('Blocks') : t('Warns')}
        role="img"
      />
      <div className={classes.words}>
        {found.spans.length === 0 ? (
          <bdi className={classes.title}>{plainText(title)}</bdi>
        ) : (
          <UnstyledButton className={classes.title} onClick={() => onShow(found)}>
            <bdi>{plainText(title)}</bdi>
          </UnstyledButton>
        )}{' '}
        <span className={classes.advice}>{advice}</span>
      </div>
      <div className={classes.steps}>
        {fix === null ? null : (
          <Button size="compact-xs" variant="light" className={classes.fix} onClick={() => onFix(found)}>
            {plainText(fix)}
          </Button>
        )}
        {found.blocks ? null : (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onIgnore(found)}>
            {t('Ignore')}
          </Button>
        )}
      </div>
    </li>
  )
}
