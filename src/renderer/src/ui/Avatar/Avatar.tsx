import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { hueOf, initials } from '../initials.ts'
import classes from './Avatar.module.css'

export interface AvatarProps {
  readonly id: string
  readonly name: string
  /** Path of the picture, or null. */
  readonly src: string | null
  /** Pixels. */
  readonly size?: 20 | 28 | 36 | 56
  /** Several people: a sign in place of initials. */
  readonly group?: boolean
}

/** A person's picture, or the initials when there is none or it does not load. Decorative: the name stands beside it. */
export function Avatar({ id, name, src, size = 36, group = false }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null)
  const picture = src !== null && src !== broken
  return (
    <span className={classes.root} data-size={size} data-hue={hueOf(id)} data-picture={picture} aria-hidden="true">
      {picture ? (
        <img className={classes.image} src={src} alt="" draggable={false} onError={() => setBroken(src)} />
      ) : (
        <Sign name={name} size={size} group={group} />
      )}
    </span>
  )
}

function Sign({ name, size, group }: { readonly name: string; readonly size: number; readonly group: boolean }) {
  return group ? <IconUsers size={Math.round(size * 0.5)} stroke={1.75} /> : initials(name)
}
