import { useState } from 'react'
import { z } from 'zod'
import { findingKinds } from '../../../../shared/domain/library/finding.ts'
import { usePlaceMemory } from '../../shell/place-context.ts'
import { everything, type LibraryFilter, sortings, stageFilters } from './listed-replies.ts'

const Kept = z.object({
  stage: z.enum(stageFilters).catch('all'),
  folder: z.array(z.string()).nullable().catch(null),
  tag: z.string().nullable().catch(null),
  finding: z.enum(findingKinds).nullable().catch(null),
  sorting: z.enum(sortings).catch('title'),
  reversed: z.boolean().catch(false)
})

/** What of the library is listed, remembered on this desk over leaving it and a restart. What is typed is not. */
export function useLibraryFilter(): [LibraryFilter, (filter: LibraryFilter) => void] {
  const memory = usePlaceMemory()
  const [filter, setFilter] = useState<LibraryFilter>(() => {
    const kept = Kept.safeParse(memory.place.library ?? {})
    return kept.success ? { ...everything, ...kept.data } : everything
  })
  return [
    filter,
    (next) => {
      const { stage, folder, tag, finding, sorting, reversed } = next
      memory.remember({ library: { stage, folder, tag, finding, sorting, reversed } })
      setFilter(next)
    }
  ]
}
