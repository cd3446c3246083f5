const STOPS = 'button:not([disabled]), a[href], input:not([disabled]), select, textarea, summary'

/** From one thing of the panel to the next, as Tab does, but not out of it. */
export function movePanelFocus(panel: HTMLElement, step: 1 | -1): void {
  const stops = [...panel.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.offsetParent !== null)
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const next = at < 0 ? (step === 1 ? 0 : stops.length - 1) : Math.min(stops.length - 1, Math.max(0, at + step))
  stops[next]?.focus()
}

/** Whether arrows belong to what has the focus. */
export function takesArrows(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [role=listbox], [role=combobox]') !== null
  )
}
