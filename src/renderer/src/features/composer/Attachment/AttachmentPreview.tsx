import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPhotoOff, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { AttachmentRow } from '../../../../../shared/contract/rows.ts'
import { actionTitle } from '../../../keyboard/actions.ts'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { attachmentFacts } from '../file-words.ts'
import classes from './Attachment.module.css'

export interface AttachmentPreviewProps {
  readonly attachment: AttachmentRow
  readonly action?: 'reply.detach' | 'library.detach'
  readonly onRemove: () => void
}

/** What the reply takes along: a look at it, its name and size, and the way to take it out. */
export function AttachmentPreview({ attachment, action = 'reply.detach', onRemove }: AttachmentPreviewProps) {
  const title = actionTitle(action)
  const ariaKeys = useAriaKeys(action)
  useAction(action, onRemove)
  const name = plainText(attachment.name)
  return (
    <div className={classes.preview} role="group" aria-label={t('Attachment: {name}', { name })}>
      <Thumbnail key={attachment.id} attachment={attachment} />
      <div className={classes.words}>
        <span className={classes.name} title={name}>
          <bdi>{name}</bdi>
        </span>
        <span className={classes.facts}>{attachmentFacts(attachment)}</span>
      </div>
      <Tooltip label={<KeyTip label={title} action={action} />} position="top">
        <ActionIcon aria-label={title} aria-keyshortcuts={ariaKeys} onClick={onRemove}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

/** A small look at a picture, or at the first moment of a video. */
export function Thumbnail({ attachment }: { readonly attachment: AttachmentRow }) {
  const [failed, setFailed] = useState(false)
  const { src, kind } = attachment.item
  if (src === null || failed) {
    return (
      <span className={classes.thumbnail}>
        <IconPhotoOff size={18} stroke={1.5} aria-hidden="true" />
      </span>
    )
  }
  return kind === 'video' ? (
    <video
      className={classes.thumbnail}
      src={`${src}#t=0.1`}
      muted
      preload="metadata"
      tabIndex={-1}
      aria-hidden="true"
    />
  ) : (
    <img className={classes.thumbnail} src={src} alt="" draggable={false} onError={() => setFailed(true)} />
  )
}
