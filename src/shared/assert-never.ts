/** Ends a `switch` over a union: the compiler objects when a case is missing, and so does the run if data lies. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
