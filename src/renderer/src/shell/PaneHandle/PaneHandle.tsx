import type { KeyboardEvent, PointerEvent } from 'react'
import { inlineSign, inlineStep } from '../../i18n/direction.ts'
import { clampPane, type PaneId, paneBounds } from '../pane-layout.ts'
import classes from './PaneHandle.module.css'

export interface PaneHandleProps {
  readonly pane: PaneId
  /** What a screen reader calls it. */
  readonly label: string
  readonly width: number
  /** On which side of the handle the pane lies. */
  readonly side: 'before' | 'after'
  readonly onDrag: (width: number) => void
  readonly onCommit: (width: number) => void
}

const STEP = 16

/** The line between two panes: drag it, move it with the arrow keys, double-click it to have the first width back. */
export function PaneHandle({ pane, label, width, side, onDrag, onCommit }: PaneHandleProps) {
  const towards = side === 'before' ? 1 : -1

  function drag(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return
    event.preventDefault()
    const handle = event.currentTarget
    const from = event.clientX
    let latest = width
    const move = (moved: globalThis.PointerEvent): void => {
      latest = clampPane(pane, width + towards * inlineSign() * (moved.clientX - from))
      onDrag(latest)
    }
    const end = (): void => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('lostpointercapture', end)
      onCommit(latest)
    }
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', end)
  }

  function press(event: KeyboardEvent): void {
    const sign = inlineStep(event.key)
    if (sign === 0) return
    event.preventDefault()
    onCommit(clampPane(pane, width + sign * towards * STEP))
  }

  return (
    <div
      className={classes.root}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={paneBounds[pane].min}
      aria-valuemax={paneBounds[pane].max}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
      onDoubleClick={() => onCommit(paneBounds[pane].start)}
    />
  )
}
