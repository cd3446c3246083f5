import { useEffect } from 'react'

/** What can have the focus, if only by a key. */
const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex]'

/** What holds things that belong together: a line of a list that is gone leaves the list. */
const AROUND = 'li, ol, ul, fieldset, form, section, nav, aside'

function visible(element: Element): boolean {
  return element.isConnected && element.checkVisibility()
}

/** So long others may take to put the focus back. Milliseconds; nobody presses a key sooner. */
const GRACE = 20

/** The element itself when it can have the focus, else the first in it that can. */
function focusIn(place: Element): boolean {
  const candidates = place.matches(FOCUSABLE) ? [place] : [...place.querySelectorAll(FOCUSABLE)]
  const target = candidates.find(visible)
  if (!(target instanceof HTMLElement)) return false
  target.focus({ preventScroll: true })
  return document.activeElement === target
}

/** Where one goes on working, the best first. */
const HOMES = ['main [role=listbox]', 'main [role=log]', 'main :is(section[tabindex])', 'main']

/**
 * Where the focus goes when what had it is gone: near to where it was, else to the dialog, else to where it was before
 * there was a dialog, else to the list or the thread.
 */
function rescue(trail: readonly Element[], behind: readonly Element[]): void {
  const dialog = document.querySelector('[aria-modal=true]')
  for (const place of [...trail, ...behind])
    if (visible(place) && (dialog === null || dialog.contains(place)) && focusIn(place)) return
  if (dialog && focusIn(dialog)) return
  for (const home of HOMES)
    for (const place of document.querySelectorAll(home)) if (visible(place) && focusIn(place)) return
}

/**
 * Keeps the focus in the window's content: when the element that has it goes away, hides or is disabled, and nobody
 * says where it belongs, it goes to what lay around it. Without this the keys would go nowhere a screen reader can tell.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    /** What lay around the focus, the innermost first. */
    let trail: readonly Element[] = []
    /** The same, of the last focus that was in no dialog: on a slow machine a dialog gives it back too late. */
    let behind: readonly Element[] = []
    let timer: ReturnType<typeof setTimeout> | undefined

    const lost = (): boolean => {
      const { activeElement } = document
      return (
        activeElement === null ||
        activeElement === document.body ||
        (activeElement instanceof HTMLButtonElement && activeElement.disabled)
      )
    }
    const look = (): void => {
      if (timer !== undefined || !lost() || !document.hasFocus()) return
      // Whoever took the element away says where the focus belongs: Mantine's dialogs after 10 ms.
      timer = setTimeout(() => {
        timer = undefined
        if (lost() && document.hasFocus()) rescue(trail, behind)
      }, GRACE)
    }
    const remember = (event: FocusEvent): void => {
      // Whatever was lost is found: the next loss has a grace of its own.
      clearTimeout(timer)
      timer = undefined
      const places: Element[] = []
      let place = event.target instanceof Element ? event.target : null
      for (; place !== null && place !== document.body; place = place.parentElement)
        if (place.matches(`${FOCUSABLE}, ${AROUND}`)) places.push(place)
      trail = places
      if (!places.some((around) => around.closest('[role=dialog]'))) behind = places
    }

    const observer = new MutationObserver(look)
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['hidden', 'disabled', 'style', 'aria-hidden']
    })
    document.addEventListener('focusin', remember)
    document.addEventListener('focusout', look)
    window.addEventListener('focus', look)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('focusout', look)
      window.removeEventListener('focus', look)
    }
  }, [])
}
