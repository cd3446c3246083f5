import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isArchiveProblem } from './archive-problem.ts'
import { openArchive } from './read-archive.ts'

/** Archives with the structure of real ones lie beside the checkout on some machines; they are no part of the project. */
const data = join(import.meta.dirname, '../../../../../shared/data')
const present = existsSync(data)

describe.skipIf(!present)(`archives in ../shared/data${present ? '' : ' (skipped: the folder is absent)'}`, () => {
  it.each([
    ['x-archive-a', 904, 4, '100011964'],
    ['x-archive-b', 963, 5, '101936906']
  ])('%s: %i messages, %i member events', async (name, messages, memberEvents, owner) => {
    const archive = await openArchive(join(data, name))
    if (isArchiveProblem(archive)) throw new Error(archive.message)
    expect(await archive.inferOwner()).toMatchObject({ owner })
    const ids = new Set<string>()
    let changes = 0
    for await (const { event } of archive.events({ ownerId: owner })) {
      if (event.kind === 'message') ids.add(event.id ?? '')
      else changes += 1
    }
    expect({ messages: ids.size, changes, skipped: archive.skipped }).toEqual({
      messages,
      changes: memberEvents,
      skipped: []
    })
    await archive.close()
  })
})
