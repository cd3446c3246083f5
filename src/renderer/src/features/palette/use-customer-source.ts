import { t } from '../../i18n/t.ts'
import { useCore } from '../../core/core-context.ts'
import { useNavigation } from '../../shell/navigation-context.ts'
import { plainText } from '../../ui/plain-text.ts'
import { type PaletteItem, plainHit, scored } from './palette-source.ts'
import { usePaletteSource } from './palette-sources.ts'

const MOST = 10

/** The conversations of customers: found by name or handle, or the newest ones. */
export function useCustomerSource(): void {
  const { client } = useCore()
  const { go } = useNavigation()

  const item = (conversation: string, title: string, handle: string | null): PaletteItem => ({
    id: `conversation:${conversation}`,
    title: plainText(title),
    ...(handle === null ? {} : { hint: `@${handle}` }),
    run: () => go({ to: 'thread', conversation, enter: true })
  })

  async function newest() {
    const rows = await client.ask('inbox.list', { queue: 'all', account: null, limit: MOST })
    return rows.map((row) => plainHit(item(row.id, row.title, row.handle)))
  }

  async function find(text: string) {
    const hits = await client.ask('search.customers', { text, limit: MOST })
    return scored(
      text,
      hits.map((hit) => item(hit.conversation, hit.name, hit.handle))
    )
  }

  usePaletteSource({
    id: 'customers',
    title: t('Customers'),
    prefix: '@',
    search: (text) => (text === '' ? newest() : find(text))
  })
}
