const numbers = new Intl.NumberFormat()

/** `1 message`, `1,204 messages` */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`
}

/** `1,204` */
export function formatCount(count: number): string {
  return numbers.format(count)
}
