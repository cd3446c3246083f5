import { translator } from './language.ts'

/** 1 where lines run from left to right, -1 where they run from right to left: what turns pixels into a way along the line. */
export function inlineSign(): 1 | -1 {
  return translator().direction === 'rtl' ? -1 : 1
}

/** Which way an arrow key leads along the line: 1 to its end, -1 to its start, 0 for every other key. */
export function inlineStep(key: string): 1 | 0 | -1 {
  if (key === 'ArrowRight') return inlineSign()
  if (key === 'ArrowLeft') return inlineSign() === 1 ? -1 : 1
  return 0
}
