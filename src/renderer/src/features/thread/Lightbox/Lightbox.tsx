import { ActionIcon, Modal } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { inlineStep } from '../../../i18n/direction.ts'
import { t } from '../../../i18n/t.ts'
import type { Photo } from '../photos.ts'
import classes from './Lightbox.module.css'

export interface LightboxProps {
  readonly photos: readonly Photo[]
  /** Id of the photo to show; null when closed. */
  readonly shown: string | null
  readonly onShow: (id: string | null) => void
}

/** A photo in full, with the arrow keys to the others of the conversation, Esc to go back. */
export function Lightbox({ photos, shown, onShow }: LightboxProps) {
  const index = photos.findIndex((photo) => photo.id === shown)
  const photo = photos[index]

  function step(by: number): void {
    const next = photos[index + by]
    if (next) onShow(next.id)
  }

  function press(event: KeyboardEvent): void {
    const by = inlineStep(event.key)
    if (by === 0) return
    step(by)
    event.preventDefault()
  }

  return (
    <Modal
      opened={photo !== undefined}
      onClose={() => onShow(null)}
      fullScreen
      title={
        photos.length > 1
          ? t('Photo {number, number} of {total, number}', { number: index + 1, total: photos.length })
          : t('Photo')
      }
      closeButtonProps={{ 'aria-label': t('Close the photo') }}
      classNames={{ content: classes.content, body: classes.body, header: classes.header }}
      onKeyDown={press}
    >
      {photo ? <img className={classes.photo} src={photo.src} alt={photo.alt} onClick={() => onShow(null)} /> : null}
      {photos.length > 1 ? (
        <>
          <ActionIcon
            className={classes.before}
            size={40}
            variant="default"
            aria-label={t('Photo before')}
            disabled={index <= 0}
            onClick={() => step(-1)}
          >
            <IconChevronLeft size={20} />
          </ActionIcon>
          <ActionIcon
            className={classes.after}
            size={40}
            variant="default"
            aria-label={t('Photo after')}
            disabled={index >= photos.length - 1}
            onClick={() => step(1)}
          >
            <IconChevronRight size={20} />
          </ActionIcon>
        </>
      ) : null}
    </Modal>
  )
}
