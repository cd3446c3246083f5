import { useEffect, useEffectEvent, useState } from 'react'

/** The parts of the window where a drop means “attach”: to the reply, or to the canned reply that is open. */
export type DropPlace = 'reply' | 'canned'

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

function isOver(place: DropPlace, event: DragEvent): boolean {
  return event.target instanceof Element && event.target.closest(`[data-drop=${place}]`) !== null
}

/**
 * Files that are pasted while nothing else could take them, or dropped on their place.
 * @returns whether files are being dragged over it
 */
export function useFilesFromPage(place: DropPlace, take: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useEffectEvent(take)
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      // What a word processor copies is text with a picture of it: the text is meant.
      if (files.length === 0 || (event.clipboardData?.getData('text/plain') ?? '') !== '') return
      if (document.querySelector('[aria-modal=true]') !== null) return
      event.preventDefault()
      latest(files)
    }
    const drag = (event: DragEvent): void => {
      const here = holdsFiles(event) && isOver(place, event)
      if (here) event.preventDefault()
      setOver(here)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (!holdsFiles(event) || !isOver(place, event)) return
      event.preventDefault()
      latest([...(event.dataTransfer?.files ?? [])])
    }
    document.addEventListener('paste', paste)
    document.addEventListener('dragover', drag)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('paste', paste)
      document.removeEventListener('dragover', drag)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [place])
  return over
}
