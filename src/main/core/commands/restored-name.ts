/**
 * What something is called that comes back, and whose name may have been given away meanwhile: the same, or the same with
 * a number behind it.
 * @param longest how many characters a name may have
 */
export function restoredName(name: string, longest: number, isTaken: (name: string) => boolean): string {
  let free = name
  for (let copy = 2; isTaken(free); copy += 1) {
    const number = ` (${copy})`
    free = `${name.slice(0, longest - number.length).toWellFormed()}${number}`
  }
  return free
}
