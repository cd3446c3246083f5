import { type RefObject, useLayoutEffect } from 'react'

/**
 * Takes the focus when nothing else has it: a place was left, or the list that had it is empty now. Without this the
 * focus would fall out of the window's content, and a screen reader with it.
 * @param place the part of the window that this is about
 * @param focus puts the focus where it belongs in there
 * @param content a new value says that what could have the focus has changed
 */
export function useLandingFocus(place: RefObject<HTMLElement | null>, focus: () => void, content: string): void {
  useLayoutEffect(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body || activeElement === place.current) focus()
    // Only a change of the content moves the focus.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [content])
}
