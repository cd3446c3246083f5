import { diffWordsWithSpace } from 'diff'

/** A piece of two texts that were compared. */
export interface DiffPart {
  readonly text: string
  readonly kind: 'same' | 'added' | 'removed'
}

/** What has changed from one text to another, word by word. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same'
  }))
}
