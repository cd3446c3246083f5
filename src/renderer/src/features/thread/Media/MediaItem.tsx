import { UnstyledButton } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { IconDownload, IconMicrophone, IconPhotoOff } from '@tabler/icons-react'
import { useState } from 'react'
import { msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'
import type { MediaItem as Item } from '../../../../../shared/contract/rows.ts'
import { fitMedia } from '../media-size.ts'
import classes from './Media.module.css'

const words = {
  photo: { from: msg('Photo from {name}'), missing: msg('Photo not available') },
  gif: { from: msg('GIF from {name}'), missing: msg('GIF not available') },
  video: { from: msg('Video from {name}'), missing: msg('Video not available') },
  voice: { from: msg('Voice message from {name}'), missing: msg('Voice message not available') },
  file: { from: msg('File from {name}'), missing: msg('File not available') }
} as const
const most = { width: 320, height: 300 }

export interface MediaItemProps {
  readonly item: Item
  readonly from: string
  readonly onZoom: (key: string) => void
}

/** One picture, GIF, video, voice clip or file of a message, playable in place, in room reserved from the start. */
export function MediaItem({ item, from, onZoom }: MediaItemProps) {
  const [failed, setFailed] = useState(false)
  const [film, setFilm] = useState(false)
  const still = useReducedMotion()
  const { width, height } = fitMedia(item.width, item.height, most)
  const room = { width, aspectRatio: `${width} / ${height}` }
  const label = item.alt ?? t(words[item.kind].from, { name: from })
  if (item.src === null || failed) {
    return (
      <div className={classes.missing} style={item.kind === 'voice' || item.kind === 'file' ? undefined : room}>
        <IconPhotoOff size={18} stroke={1.5} aria-hidden="true" />
        {t(words[item.kind].missing)}
        {item.alt === null ? null : <span className={classes.alt}>“{item.alt}”</span>}
      </div>
    )
  }
  const onError = (): void => setFailed(true)
  // X keeps most GIFs as films, and the address does not tell.
  const tryFilm = (): void => setFilm(true)
  const filmProps = {
    className: classes.picture,
    style: room,
    src: item.src,
    poster: item.poster ?? undefined,
    'aria-label': label,
    playsInline: true,
    onError
  }
  switch (item.kind) {
    case 'photo':
      return (
        <UnstyledButton
          className={classes.zoom}
          aria-label={t('Enlarge: {label}', { label })}
          onClick={() => onZoom(item.key)}
        >
          <img
            className={classes.picture}
            style={room}
            src={item.src}
            alt={label}
            draggable={false}
            onError={onError}
          />
        </UnstyledButton>
      )
    case 'gif':
      if (!film) return <img className={classes.picture} style={room} src={item.src} alt={label} onError={tryFilm} />
      return <video {...filmProps} autoPlay={!still} controls={still ?? false} loop muted />
    case 'video':
      return <video {...filmProps} controls preload={item.poster === null ? 'metadata' : 'none'} />
    case 'voice':
      return (
        <div className={classes.voice}>
          <IconMicrophone size={16} stroke={1.75} aria-hidden="true" />
          <audio src={item.src} aria-label={label} controls preload="metadata" onError={onError} />
        </div>
      )
    case 'file':
      return (
        <a className={classes.file} href={item.src} download>
          <IconDownload size={16} aria-hidden="true" /> {item.alt ?? t('Download the file')}
        </a>
      )
  }
}
