import type { Port } from './contract/frames.ts'

/** Who listens on a port, for whoever makes one. */
export interface PortListeners {
  /** The part of the port that takes listeners. */
  readonly on: Pick<Port, 'onFrame' | 'onClose'>
  /** A frame has come. */
  frame(frame: string): void
  /** The other side is gone. */
  closed(): void
}

export function portListeners(): PortListeners {
  const frames = new Set<(frame: string) => void>()
  const closings = new Set<() => void>()
  return {
    on: {
      onFrame: (listener) => {
        frames.add(listener)
        return () => frames.delete(listener)
      },
      onClose: (listener) => {
        closings.add(listener)
        return () => closings.delete(listener)
      }
    },
    frame(frame) {
      for (const listener of frames) listener(frame)
    },
    closed() {
      for (const listener of closings) listener()
    }
  }
}
