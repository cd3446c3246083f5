import { UnstyledButton } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { IconDownload, IconMicrophone, IconPhotoOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { MediaItem as Item } from '../../../../../shared/contract/rows.ts'
import { fitMedia } from '../media-size.ts'
import classes from './Media.module.css'

const words = { photo: 'Photo', gif: 'GIF', video: 'Video', voice: 'Voice message', file: 'File' } as const
const most = { width: 320, height: 300 }

export interface MediaItemProps {
  readonly item: Item
  readonly from: string
  readonly onZoom: (key: string) => void
}

/** One picture, GIF, video, voice clip or file of a message, playable in place, in room reserved from the start. */
export function MediaItem({ item, from, onZoom }: MediaItemProps) {
  const [failed, setFailed] = useState(false)
  const still = useReducedMotion()
  const { width, height } = fitMedia(item.width, item.height, most)
  const room = { width, aspectRatio: `${width} / ${height}` }
  const label = item.alt ?? `${words[item.kind]} from ${from}`
  if (item.src === null || failed) {
    return (
      <div className={classes.missing} style={item.kind === 'voice' || item.kind === 'file' ? undefined : room}>
        <IconPhotoOff size={18} stroke={1.5} aria-hidden="true" />
        {words[item.kind]} not available
        {item.alt === null ? null : <span className={classes.alt}>“{item.alt}”</span>}
      </div>
    )
  }
  const onError = (): void => setFailed(true)
  switch (item.kind) {
    case 'photo':
      return (
        <UnstyledButton className={classes.zoom} aria-label={`Enlarge: ${label}`} onClick={() => onZoom(item.key)}>
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
      if (!/\.(mp4|webm|mov)(\?|$)/i.test(item.src)) {
        return <img className={classes.picture} style={room} src={item.src} alt={label} onError={onError} />
      }
      return (
        <video
          className={classes.picture}
          style={room}
          src={item.src}
          poster={item.poster ?? undefined}
          aria-label={label}
          autoPlay={!still}
          controls={still ?? false}
          loop
          muted
          playsInline
          onError={onError}
        />
      )
    case 'video':
      return (
        <video
          className={classes.picture}
          style={room}
          src={item.src}
          poster={item.poster ?? undefined}
          aria-label={label}
          controls
          playsInline
          preload={item.poster === null ? 'metadata' : 'none'}
          onError={onError}
        />
      )
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
          <IconDownload size={16} aria-hidden="true" /> {item.alt ?? 'Download the file'}
        </a>
      )
  }
}
