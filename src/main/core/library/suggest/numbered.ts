/** Things by id with small numbers, which are given again when a thing is removed. */
export interface Numbered<T> {
  readonly size: number
  /** @returns the number of the thing */
  add(id: string, thing: T): number
  get(id: string): T | undefined
  numberOf(id: string): number | undefined
  at(number: number): T | undefined
  remove(id: string): void
  /** In the order of the numbers; gaps are undefined. */
  all(): readonly (T | undefined)[]
}

export function createNumbered<T>(): Numbered<T> {
  const numbers = new Map<string, number>()
  const things: (T | undefined)[] = []
  const free: number[] = []
  return {
    get size() {
      return numbers.size
    },
    add(id, thing) {
      const number = free.pop() ?? things.length
      numbers.set(id, number)
      things[number] = thing
      return number
    },
    get: (id) => things[numbers.get(id) ?? -1],
    numberOf: (id) => numbers.get(id),
    at: (number) => things[number],
    remove(id) {
      const number = numbers.get(id)
      if (number === undefined) return
      numbers.delete(id)
      things[number] = undefined
      free.push(number)
    },
    all: () => things
  }
}
