import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { DialogField } from '../../../ui/Choices/DialogField.tsx'
import { useChoices } from '../../../ui/Choices/use-choices.ts'
import { useFocusBack } from '../../../ui/use-focus-back.ts'
import { useViewDialog } from '../../views/view-dialog-context.ts'
import type { SearchOption } from '../search-results.ts'
import { useSearchOptions } from '../use-search-options.ts'
import { ProblemLine } from './ProblemLine.tsx'
import { SearchFoot } from './SearchFoot.tsx'
import { SearchResults } from './SearchResults.tsx'

/** The field and what is found. */
export function SearchDialog({ start }: { readonly start: string }) {
  const { go, hasList } = useNavigation()
  const openViewDialog = useViewDialog()
  const field = useRef<HTMLInputElement>(null)
  const setLeaving = useFocusBack()
  const search = useSearchOptions(start)
  const { text, options, problems } = search
  const choices = useChoices(options, {
    initial: search.first,
    onPick(option, target) {
      const folds = target instanceof Element && target.closest('[data-fold]') !== null
      if (folds && option.kind === 'group') search.fold(option, !option.open)
      else take(option)
    },
    onKey: press
  })

  function type(next: string, caret: number): void {
    search.write(next, caret)
    choices.mark(null)
  }

  function write(next: string, caret: number): void {
    // At once: the next letter may come before the next frame.
    flushSync(() => type(next, caret))
    field.current?.focus()
    field.current?.setSelectionRange(caret, caret)
  }

  function leave(): void {
    setLeaving(true)
    search.remember()
  }

  function openList(): void {
    if (!hasList || text.trim() === '' || problems.length > 0) return
    leave()
    go({ to: 'search', search: { text: text.trim() } })
  }

  function save(): void {
    if (text.trim() === '') return
    leave()
    go({ to: 'overlay', overlay: null })
    openViewDialog({ view: null, query: text.trim() })
  }

  function take(option: SearchOption): void {
    switch (option.kind) {
      case 'suggestion':
        return write(option.suggestion.text, option.suggestion.caret)
      case 'search':
        return write(option.text, option.text.length)
      case 'list':
        return openList()
      case 'more':
        return search.showMore()
      default:
        leave()
        go({
          to: 'thread',
          conversation: option.hit.conversation,
          enter: true,
          ...(option.kind === 'customer' ? {} : { message: option.hit.id })
        })
    }
  }

  function press(event: KeyboardEvent, marked: SearchOption | undefined): boolean {
    const modified = event.ctrlKey || event.metaKey
    const group = marked?.kind === 'group' && marked.others > 0 ? marked : null
    const atEnd = field.current?.selectionStart === text.length
    if (event.key === 'Enter' && modified) openList()
    else if (event.key === 's' && modified) save()
    else if (event.key === 'Tab' && !event.shiftKey && search.suggestion !== null) take(search.suggestion)
    else if (event.key === 'ArrowRight' && atEnd && group !== null) search.fold(group, true)
    else if (event.key === 'ArrowLeft' && group?.open === true) search.fold(group, false)
    else return false
    return true
  }

  return (
    <>
      <DialogField
        {...choices.field}
        ref={field}
        icon={<IconSearch size={18} stroke={1.75} aria-hidden="true" />}
        label={t('Search customers and messages')}
        placeholder={t('Search customers and messages')}
        maxLength={500}
        aria-invalid={problems.length > 0}
        aria-describedby="search-problem"
        value={text}
        onText={type}
        onSelect={(event) => search.moveCaret(event.currentTarget.selectionStart ?? 0)}
      />
      <ProblemLine
        problems={problems}
        onMend={(from, to, by) => write(text.slice(0, from) + by + text.slice(to), from + by.length)}
      />
      <SearchResults search={search} choices={choices} />
      {text.trim() === '' ? null : (
        <SearchFoot search={search} sound={problems.length === 0} onList={hasList ? openList : null} onSave={save} />
      )}
    </>
  )
}
