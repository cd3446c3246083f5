/** Widths in CSS pixels. */
export interface PanePreferences {
  readonly queues: number
  readonly list: number
  readonly customer: number
  readonly hideQueues: boolean
  readonly hideCustomer: boolean
}

export type PaneId = 'queues' | 'list' | 'customer'

export interface PaneLayout {
  /** Two panes beside each other, or one at a time in a narrow window. */
  readonly mode: 'columns' | 'single'
  /** 0 when hidden. */
  readonly queues: number
  readonly list: number
  readonly customer: number
  /** The customer has no column of its own and opens as a drawer. */
  readonly customerAsDrawer: boolean
}

export const RAIL_WIDTH = 48
const THREAD_MIN = 380
const SINGLE_BELOW = 700
const DRAWER_BELOW = 1_100

export const paneBounds: Record<PaneId, { readonly min: number; readonly max: number; readonly start: number }> = {
  queues: { min: 164, max: 320, start: 184 },
  list: { min: 240, max: 560, start: 344 },
  customer: { min: 220, max: 480, start: 280 }
}

export const startingPanes: PanePreferences = {
  queues: paneBounds.queues.start,
  list: paneBounds.list.start,
  customer: paneBounds.customer.start,
  hideQueues: false,
  hideCustomer: false
}

export function clampPane(pane: PaneId, width: number): number {
  const { min, max } = paneBounds[pane]
  return Math.round(Math.min(max, Math.max(min, width)))
}

/**
 * Fits what the user prefers into the window. The thread keeps its room; the customer, then the queues, then the list
 * give way. What the user chose is not forgotten: a wider window has it back.
 * @param width of the window
 */
export function layOutPanes(width: number, wish: PanePreferences): PaneLayout {
  const room = width - RAIL_WIDTH
  if (width < SINGLE_BELOW) {
    return { mode: 'single', queues: 0, list: room, customer: 0, customerAsDrawer: true }
  }
  const customerAsDrawer = width < DRAWER_BELOW
  const wanted = {
    queues: wish.hideQueues ? 0 : clampPane('queues', wish.queues),
    list: clampPane('list', wish.list),
    customer: wish.hideCustomer || customerAsDrawer ? 0 : clampPane('customer', wish.customer)
  }
  let missing = THREAD_MIN - (room - wanted.queues - wanted.list - wanted.customer)
  for (const pane of ['customer', 'queues', 'list'] as const) {
    if (missing <= 0 || wanted[pane] === 0) continue
    const given = Math.min(missing, wanted[pane] - paneBounds[pane].min)
    wanted[pane] -= given
    missing -= given
  }
  if (missing > 0) wanted.queues = 0
  return { mode: 'columns', ...wanted, customerAsDrawer }
}
