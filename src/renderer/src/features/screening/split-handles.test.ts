import { expect, test } from 'vitest'
import { splitHandles } from './split-handles.ts'

test('a pasted list is parted by lines, commas and spaces, and each counts once', () => {
  expect(splitHandles(' @ana, ben\n\nhttps://x.com/cleo;@ana\tdan ')).toEqual([
    '@ana',
    'ben',
    'https://x.com/cleo',
    'dan'
  ])
  expect(splitHandles(' \n ')).toEqual([])
})
