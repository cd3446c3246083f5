import { IconFile, IconGif, IconMicrophone, IconPhoto, IconUsers, IconVideo } from '@tabler/icons-react'
import type { PreviewKind } from '../../../../../shared/domain/conversation.ts'

const icons = {
  photo: IconPhoto,
  gif: IconGif,
  video: IconVideo,
  voice: IconMicrophone,
  file: IconFile,
  member: IconUsers
} as const

/** What the last message brought besides text. */
export function PreviewIcon({
  kind,
  className
}: {
  readonly kind: PreviewKind
  readonly className?: string | undefined
}) {
  if (kind === 'text') return null
  const Icon = icons[kind]
  return <Icon className={className} size={14} stroke={1.75} aria-hidden="true" />
}
