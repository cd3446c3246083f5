/** Where the window was, in screen coordinates, and whether it filled the screen. */
export interface WindowState {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The least in which a window works, and what it has at first. */
export interface WindowSizes {
  readonly minWidth: number
  readonly minHeight: number
  readonly width: number
  readonly height: number
}

export const consoleSizes: WindowSizes = { minWidth: 900, minHeight: 600, width: 1440, height: 900 }
export const conversationSizes: WindowSizes = { minWidth: 420, minHeight: 480, width: 760, height: 820 }
/** So much of the title bar must lie on a screen for a hand to get hold of it. */
const GRIP = { width: 120, height: 40 }

/**
 * Where to open the window: as it was left if a screen still shows it there, else centred on the first screen.
 * @param screens work areas, the first one being the main screen.
 */
export function placeWindow(remembered: unknown, screens: readonly Area[], sizes: WindowSizes): Area {
  const [main] = screens
  const width = Math.min(sizes.width, main?.width ?? sizes.width)
  const height = Math.min(sizes.height, main?.height ?? sizes.height)
  const centred = {
    x: Math.round((main?.x ?? 0) + ((main?.width ?? width) - width) / 2),
    y: Math.round((main?.y ?? 0) + ((main?.height ?? height) - height) / 2),
    width: Math.max(width, sizes.minWidth),
    height: Math.max(height, sizes.minHeight)
  }
  if (!isWindowState(remembered)) return centred
  const wanted = {
    x: Math.round(remembered.x),
    y: Math.round(remembered.y),
    width: Math.max(sizes.minWidth, Math.round(remembered.width)),
    height: Math.max(sizes.minHeight, Math.round(remembered.height))
  }
  return screens.some((screen) => canBeGrabbed(wanted, screen)) ? wanted : centred
}

export function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height, maximized } = value as Record<string, unknown>
  return [x, y, width, height].every((number) => Number.isFinite(number)) && typeof maximized === 'boolean'
}

function canBeGrabbed(window: Area, screen: Area): boolean {
  const overlap = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const titleBarIsOn = window.y >= screen.y && window.y + GRIP.height <= screen.y + screen.height
  return overlap >= GRIP.width && titleBarIsOn
}
