import { useLayoutEffect, useRef, useState } from 'react'

/**
 * Gives the focus back where it was when a dialog goes, in the same moment: Mantine does it after a timeout, in which
 * keys go nowhere.
 * @returns says whether something was opened that takes the focus itself, so that it does not go back
 */
export function useFocusBack(): (leaving: boolean) => void {
  const [before] = useState(() => document.activeElement)
  const leaves = useRef(false)
  useLayoutEffect(
    () => () => {
      if (!leaves.current && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    },
    [before]
  )
  return (leaving) => {
    leaves.current = leaving
  }
}
