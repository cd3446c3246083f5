import { useEffect, useRef } from 'react'
import type { ActionId } from '../keyboard/actions.ts'
import { useAction, usePossibleActions, useRunAction } from '../keyboard/KeyboardProvider.tsx'

/** So long what the panel shows may be on its way from the core. Frames. */
const PATIENCE = 60

/** A drawer takes the focus a moment after it has come: what is brought up before would lose it again. */
function settled(): boolean {
  const dialog = document.querySelector('[aria-modal=true]')
  return dialog === null || dialog.contains(document.activeElement)
}

/**
 * While the customer panel is not shown, its keys bring it up; once it is there, the panel itself takes them.
 * @param visible whether it is shown @param hidden whether it is not, and there is a customer to show
 */
export function useShowCustomer(visible: boolean, hidden: boolean, show: () => void): void {
  const runAction = useRunAction()
  const possible = usePossibleActions()
  const shown = useRef(visible)
  useEffect(() => {
    shown.current = visible
  }, [visible])
  const bring = (id: ActionId) => (): void => {
    show()
    let frames = PATIENCE
    const attempt = (): void => {
      frames -= 1
      if (shown.current && possible().includes(id) && settled()) runAction(id)
      else if (frames > 0) requestAnimationFrame(attempt)
    }
    // Until then it is this window that takes the key, not the panel.
    requestAnimationFrame(() => requestAnimationFrame(attempt))
  }
  useAction('customer.focus', bring('customer.focus'), hidden)
  useAction('customer.attributes', bring('customer.attributes'), hidden)
  useAction('customer.note', bring('customer.note'), hidden)
  useAction('customer.promises', bring('customer.promises'), hidden)
  useAction('customer.tags', bring('customer.tags'), hidden)
  useAction('customer.merge', bring('customer.merge'), hidden)
}
