import { useEffect, useEffectEvent, useState } from 'react'

/** The part of the window where a drop means “attach to this reply”. */
const DROP_PLACE = '[data-drop=reply]'

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

function overPlace(event: DragEvent): boolean {
  return event.target instanceof Element && event.target.closest(DROP_PLACE) !== null
}

/**
 * Files that are pasted while nothing else could take them, or dropped on the conversation.
 * @returns whether files are being dragged over it
 */
export function useFilesFromPage(take: (files: readonly File[]) => void): boolean {
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
      const here = holdsFiles(event) && overPlace(event)
      if (here) event.preventDefault()
      setOver(here)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (!holdsFiles(event) || !overPlace(event)) return
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
  }, [])
  return over
}
