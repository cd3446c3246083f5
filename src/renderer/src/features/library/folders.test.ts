import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderKey, folderPath, foldersOf, liesIn, openFolders } from './folders.ts'

const compare = (a: string, b: string): number => a.localeCompare(b, 'en')
const at = (...folder: string[]) => ({ folder })

test('each folder stands before those in it, with all that lies below', () => {
  const folders = foldersOf(
    [at('Orders', 'Refunds'), at('Orders'), at(), at('Greetings'), at('Orders', 'Late')],
    compare
  )
  expect(folders.map(({ key, depth, count, hasFolders }) => [key, depth, count, hasFolders])).toEqual([
    ['Greetings', 0, 1, false],
    ['Orders', 0, 3, true],
    ['Orders / Late', 1, 1, false],
    ['Orders / Refunds', 1, 1, false]
  ])
})

test('a closed folder hides what is in it, and stays itself', () => {
  const folders = foldersOf([at('a', 'b', 'c'), at('d')], compare)
  expect(openFolders(folders, new Set(['a'])).map(({ key }) => key)).toEqual(['a', 'd'])
  expect(openFolders(folders, new Set(['a / b'])).map(({ key }) => key)).toEqual(['a', 'a / b', 'd'])
})

test('a typed path is tidied, and an empty one lies outside of all folders', () => {
  expect(folderPath(' Orders /  Late   ones// ')).toEqual(['Orders', 'Late ones'])
  expect(folderPath(' / ')).toEqual([])
})

test('a path lies in every beginning of itself', () => {
  expect(liesIn(['a', 'b'], ['a'])).toBe(true)
  expect(liesIn(['a', 'b'], [])).toBe(true)
  expect(liesIn(['a'], ['a', 'b'])).toBe(false)
  expect(liesIn(['ab'], ['a'])).toBe(false)
})

test('whatever the folders: a parent stands before its children, and counts what they have at least', () => {
  const path = fc.array(fc.constantFrom('a', 'A', 'b', 'ä'), { maxLength: 4 })
  fc.assert(
    fc.property(fc.array(path, { maxLength: 30 }), (paths) => {
      const folders = foldersOf(
        paths.map((folder) => ({ folder })),
        compare
      )
      for (const [index, folder] of folders.entries()) {
        if (folder.depth === 0) continue
        const parent = folders.findIndex(({ key }) => key === folderKey(folder.path.slice(0, -1)))
        expect(parent).toBeGreaterThanOrEqual(0)
        expect(parent).toBeLessThan(index)
        expect(folders[parent]?.count).toBeGreaterThanOrEqual(folder.count)
        expect(folders[parent]?.hasFolders).toBe(true)
      }
    })
  )
})
