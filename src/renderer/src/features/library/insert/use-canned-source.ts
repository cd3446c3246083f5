import type { ReplyChoiceRow } from '../../../../../shared/contract/library-rows.ts'
import { useCore } from '../../../core/core-context.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { MOST_HITS, scored } from '../../palette/palette-source.ts'
import { usePaletteSource } from '../../palette/palette-sources.ts'

/** Offers canned replies in the palette, by any words of theirs, while a reply is being written. */
export function useCannedSource(conversation: string, insert: (choice: ReplyChoiceRow) => void): void {
  const { client } = useCore()
  usePaletteSource({
    id: 'canned',
    title: t('Canned replies'),
    async search(text) {
      if (text === '') return []
      const found = await client.ask('library.find', { conversation, text, limit: MOST_HITS })
      return scored(
        text,
        found.map((choice) => ({
          id: `canned:${choice.id}`,
          title: plainText(choice.title),
          hint: choice.shortcut === null ? t('Insert') : `/${choice.shortcut}`,
          run: () => insert(choice)
        }))
      )
    }
  })
}
