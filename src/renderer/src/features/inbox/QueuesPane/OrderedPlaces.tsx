import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { moveTo } from './order.ts'
import { type PlaceEntry, PlaceItem } from './PlaceItem.tsx'
import classes from './QueuesPane.module.css'

export interface OrderedPlacesProps {
  readonly label: string
  readonly places: readonly PlaceEntry[]
  /** Called with the place that moved, and the order then. */
  readonly onMove: (moved: string, to: number, order: readonly string[]) => void
}

/**
 * Places of the sidebar in the order of the team member: dragged by the mouse, or moved with Alt and the arrow keys, which
 * is told to screen readers.
 */
export function OrderedPlaces({ label, places, onMove }: OrderedPlacesProps) {
  const list = useRef<HTMLUListElement>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [told, setTold] = useState('')
  const ids = places.map(({ id }) => id)

  function move(id: string, to: number): void {
    const order = moveTo(ids, id, to)
    const place = order.indexOf(id)
    if (place === ids.indexOf(id)) return
    onMove(id, place, order)
    setTold(
      t('{name}: {place, number} of {count, number}', {
        name: places.find((one) => one.id === id)?.title ?? '',
        place: place + 1,
        count: ids.length
      })
    )
  }

  function press(event: KeyboardEvent, id: string): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    move(id, ids.indexOf(id) + (event.key === 'ArrowUp' ? -1 : 1))
    // Where the row is made anew at its place, it would lose the focus.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(id)}"] button`)?.focus()
    )
  }

  function drop(event: DragEvent, to: number): void {
    event.preventDefault()
    if (dragged !== null) move(dragged, to)
    setDragged(null)
    setOver(null)
  }

  return (
    <>
      <ul ref={list} className={classes.list} aria-label={label}>
        {places.map((place, index) => (
          <li
            key={place.id}
            data-place={place.id}
            data-dragged={place.id === dragged}
            data-over={
              over === index && dragged !== null && dragged !== place.id ? dropSide(ids, dragged, index) : undefined
            }
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', place.title)
              setDragged(place.id)
            }}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setOver(index)
            }}
            onDrop={(event) => drop(event, index)}
            onDragEnd={() => {
              setDragged(null)
              setOver(null)
            }}
            onKeyDown={(event) => press(event, place.id)}
          >
            <PlaceItem place={place} />
          </li>
        ))}
      </ul>
      <span className="visually-hidden" role="status">
        {told}
      </span>
    </>
  )
}

/** It lands on the far side of what it is dropped on. */
function dropSide(ids: readonly string[], dragged: string, index: number): 'before' | 'after' {
  return ids.indexOf(dragged) < index ? 'after' : 'before'
}
