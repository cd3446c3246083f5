// Runs on whatever Node the machine has: see modern-node.mjs.

/**
 * Hands the signals that would end this process on to its child; this process stays until the child has ended.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops doing so
 */
export function handSignalsTo(child) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const interrupt = () => {
    // Ctrl+C in a terminal reaches the child too, and a second one means "at once" there. Only when nothing has come
    // of it after a while, because the signal was sent to this process alone, it is handed on.
    clearTimeout(timer)
    timer = setTimeout(() => child.kill('SIGINT'), process.stdin.isTTY ? 2_000 : 500)
  }
  const terminate = () => child.kill('SIGTERM')
  const hangUp = () => child.kill('SIGHUP')
  process.on('SIGINT', interrupt).on('SIGTERM', terminate).on('SIGHUP', hangUp)
  const release = () => {
    clearTimeout(timer)
    process.off('SIGINT', interrupt).off('SIGTERM', terminate).off('SIGHUP', hangUp)
  }
  child.once('exit', release)
  return release
}
