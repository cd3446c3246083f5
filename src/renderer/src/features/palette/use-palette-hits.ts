import { useContext, useRef, useState } from 'react'
import { type PaletteQuestion, type SourceHits, sourcesFor } from './palette-groups.ts'
import type { PaletteHit } from './palette-source.ts'
import { PaletteSourcesContext } from './palette-sources.ts'

/**
 * Asks the sources with each letter. What is at hand is there in the same frame; what the core has to look for joins it,
 * and until then its answer to the letter before stays.
 */
export function usePaletteHits(): [found: SourceHits, ask: (question: PaletteQuestion) => void] {
  const sources = useContext(PaletteSourcesContext)
  const [found, setFound] = useState<SourceHits>([])
  const latest = useRef(0)

  function ask(question: PaletteQuestion): void {
    latest.current += 1
    const turn = latest.current
    const answers = sourcesFor(question, sources.all()).map((source) => [source, source.search(question.text)] as const)
    setFound((before) =>
      answers.map(([source, answer]) => [
        source,
        answer instanceof Promise ? (before.find(([one]) => one.id === source.id)?.[1] ?? []) : answer
      ])
    )
    for (const [source, answer] of answers) {
      if (!(answer instanceof Promise)) continue
      const join = (hits: readonly PaletteHit[]): void => {
        if (latest.current === turn)
          setFound((before) => before.map((one) => (one[0].id === source.id ? [source, hits] : one)))
      }
      // A source that fails offers nothing; the others go on.
      answer.then(join, () => join([]))
    }
  }

  return [found, ask]
}
