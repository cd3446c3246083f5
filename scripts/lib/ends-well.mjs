/**
 * Runs a script's main function; a failure is one sentence on stderr and exit code 1, never a stack trace.
 * @param {() => Promise<void>} main
 * @returns {Promise<void>}
 */
export async function endsWell(main) {
  try {
    await main()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
