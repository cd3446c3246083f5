import { useRef, useState } from 'react'
import type { CannedReplyRow } from '../../../../../shared/contract/library-rows.ts'
import { t } from '../../../i18n/t.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { emptySelection, targetsOf } from '../../inbox/selection.ts'
import type { ReplyForm } from '../editor/reply-form.ts'
import { isNew } from '../editor/unsaved.ts'
import { type Landing, ReplyPane } from '../editor/ReplyPane/ReplyPane.tsx'
import { foldersOf } from '../folders.ts'
import { compareNames } from '../library-words.ts'
import { FindingList } from '../findings/FindingList.tsx'
import { countFindings, everything, filters, listedReplies, type Sorting, tagsIn } from '../listed-replies.ts'
import { useLibraryFilter } from '../use-library-filter.ts'
import { unsavedRow } from '../unsaved-row.ts'
import { useBeginReply } from '../use-begin-reply.ts'
import { useLibraryKeys } from '../use-library-keys.ts'
import { usePlacing } from '../use-placing.ts'
import { useAddStarter } from '../use-add-starter.ts'
import { useReviewKeys } from '../use-review-keys.ts'
import { useUnsaved } from '../use-unsaved.ts'
import { EmptyLibrary, NothingFiltered } from './EmptyLibrary.tsx'
import { FolderTree } from './FolderTree.tsx'
import { LibraryHeader } from './LibraryHeader.tsx'
import { LibraryPicker } from './LibraryPicker.tsx'
import { LibrarySelectionBar } from './LibrarySelectionBar.tsx'
import classes from './LibraryView.module.css'
import { ReplyTable } from './ReplyTable.tsx'

/** The canned replies of the team: folders, replies, and the one that is open. */
export function LibraryView() {
  const { state, go } = useNavigation()
  const { rows: saved, status } = useQuery('library.list', {})
  const unsaved = useUnsaved()
  const { forms, keep, discard } = unsaved
  const [filter, setFilter] = useLibraryFilter()
  const findings = new Map(useQuery('library.findings', {}).rows.map((row) => [row.id, row]))
  const figures = new Map(useQuery('library.figures', {}).rows.map((row) => [row.id, row]))
  const [selection, setSelection] = useState(() => emptySelection('library'))
  const [landing, setLanding] = useState<Landing | null>(null)
  const place = useRef<HTMLElement>(null)

  const selected = state.reply
  const { sorting, reversed } = filter
  const begun = Object.entries(forms).flatMap(([id, form]) => (isNew(id) ? [unsavedRow(id, form)] : []))
  const listed = listedReplies(saved, filter, { findings, figures })
  const rows = begun.length === 0 ? listed : [...begun, ...listed]
  const folders = foldersOf(saved, compareNames)
  const tags = tagsIn(saved, compareNames)
  const empty = saved.length === 0 && begun.length === 0

  /** By what it is sorted already: the other way round. */
  function sortBy(by: Sorting): void {
    setFilter({ ...filter, sorting: by, reversed: by === sorting && !reversed })
  }
  function focusList(): boolean {
    const list = place.current?.querySelector<HTMLElement>('[role=listbox]')
    const target = list?.checkVisibility() === true ? list : place.current
    target?.focus({ preventScroll: true })
    return target === list
  }
  useLandingFocus(place, () => void focusList(), rows.length === 0 ? 'nothing' : 'rows')
  const keys = useLibraryKeys({ rows, selected, selection, select: setSelection, focusList })

  const rowsOf = (replies: readonly string[]): readonly CannedReplyRow[] => {
    const wanted = new Set(replies)
    return [...begun, ...saved].filter((row) => wanted.has(row.id))
  }
  const targets = targetsOf(selection, selected)
  const about = rowsOf(targets)
  const placing = usePlacing(about, (reply, part) => {
    const form = forms[reply]
    if (form) keep(reply, { ...form, ...part(form) })
  })

  function leave(replies: readonly string[]): () => void {
    const back = (): void => {
      setSelection(selection)
      go({ to: 'reply', reply: selected })
    }
    setSelection((before) => emptySelection(before.place))
    if (selected === null || !replies.includes(selected)) return back
    const gone = new Set(replies)
    const at = rows.findIndex((row) => row.id === selected)
    const stays = (row: CannedReplyRow): boolean => !gone.has(row.id)
    go({ to: 'reply', reply: (rows.slice(at + 1).find(stays) ?? rows.slice(0, at).findLast(stays))?.id ?? null })
    focusList()
    return back
  }

  useAddStarter(empty && status !== 'loading')
  useReviewKeys({
    targets,
    rowsOf,
    leave,
    drop: discard,
    dirty: selection.chosen.size === 0 && selected !== null && Object.hasOwn(forms, selected)
  })
  useBeginReply({
    folder: filter.folder ?? [],
    source: about[0]?.id ?? null,
    forms,
    begin(id: string, form: ReplyForm) {
      keep(id, form)
      setSelection((before) => emptySelection(before.place))
      go({ to: 'reply', reply: id })
      setLanding({ reply: id, field: 'title' })
    }
  })
  useAction(
    'conversation.open',
    () => {
      if (selected !== null) setLanding({ reply: selected, field: 'body' })
    },
    selected !== null
  )

  return (
    <section ref={place} className={classes.root} aria-label={t('Library')} tabIndex={-1}>
      <LibraryHeader
        count={listed.length}
        filter={filter}
        folders={folders}
        tags={tags}
        findings={countFindings(findings)}
        onFilter={(change) => setFilter({ ...filter, ...change })}
        onLeave={() => void focusList()}
      />
      {status === 'loading' || !unsaved.ready ? null : empty ? (
        <EmptyLibrary />
      ) : (
        <div className={classes.panes} data-open={selected !== null}>
          <nav className={classes.folders} aria-label={t('Folders of the library')}>
            <FolderTree
              folders={folders}
              total={saved.length}
              current={filter.folder}
              onOpen={(folder) => setFilter({ ...filter, folder })}
            />
            <FindingList
              counts={countFindings(findings)}
              current={filter.finding}
              onChoose={(finding) => setFilter({ ...filter, finding })}
            />
          </nav>
          <div className={classes.middle}>
            {selection.chosen.size > 0 ? (
              <LibrarySelectionBar
                count={selection.chosen.size}
                total={rows.length}
                onAll={keys.all}
                onClear={keys.clear}
              />
            ) : null}
            <ReplyTable
              rows={rows}
              sorting={sorting}
              reversed={reversed}
              onSort={sortBy}
              selected={selected}
              chosen={selection.chosen}
              unsaved={new Set(Object.keys(forms))}
              findings={filter.finding === null ? null : findings}
              finding={filter.finding}
              figures={figures}
              onOpen={keys.open}
              onToggle={keys.toggle}
              nothing={
                filters(filter) ? (
                  <NothingFiltered onClear={() => setFilter({ ...everything, sorting, reversed })} />
                ) : null
              }
            />
          </div>
          <ReplyPane
            key={selected}
            reply={selected}
            form={selected === null ? undefined : forms[selected]}
            landing={landing}
            onForm={keep}
            onDiscard={discard}
            onSaved={(reply) => {
              go({ to: 'reply', reply })
              setLanding({ reply, field: 'body' })
            }}
            onLanded={() => setLanding(null)}
            onBack={() => {
              go({ to: 'reply', reply: null })
              focusList()
            }}
          />
        </div>
      )}
      <LibraryPicker rows={about} folders={folders} tags={tags} placing={placing} sorting={sorting} onSort={sortBy} />
    </section>
  )
}
