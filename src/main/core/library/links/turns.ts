/** Lets work with the same name happen one after the other. */
export interface Turns {
  take<T>(name: string, work: () => Promise<T>): Promise<T>
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    take(name, work) {
      const before = last.get(name) ?? Promise.resolve()
      const mine = before.then(work, work)
      last.set(name, mine)
      const leave = (): void => {
        if (last.get(name) === mine) last.delete(name)
      }
      mine.then(leave, leave)
      return mine
    }
  }
}
