import { useEffect, useEffectEvent, useState } from 'react'
import type { KnownPerson } from '../../../../../shared/contract/rows.ts'
import { useCore } from '../../../core/core-context.ts'

const MOST = 8

export interface PeopleAnswer {
  /** What was asked. */
  readonly text: string
  readonly account: string
  readonly people: readonly KnownPerson[]
}

/** Asks for people known here by name or handle; an empty list when that does not work. */
export function useFindPeople(): (account: string, text: string) => Promise<readonly KnownPerson[]> {
  const { client } = useCore()
  return async (account, text) => {
    try {
      return await client.ask('customers.find', { account, text: text.slice(0, 300), limit: MOST })
    } catch {
      return []
    }
  }
}

/** People known here by name or handle, with each change of the text. The latest answer stays while the next is on its way. */
export function usePeople(account: string, text: string): PeopleAnswer | null {
  const find = useFindPeople()
  const latestFind = useEffectEvent(find)
  const [answer, setAnswer] = useState<PeopleAnswer | null>(null)
  useEffect(() => {
    let stale = false
    void latestFind(account, text).then((people) => {
      if (!stale) setAnswer({ text, account, people })
    })
    return () => {
      stale = true
    }
  }, [account, text])
  return answer
}
