import { Button, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CannedReplyDetailRow, VersionRow } from '../../../../../../shared/contract/library-rows.ts'
import { t } from '../../../../i18n/t.ts'
import { useCommand } from '../../../../core/use-command.ts'
import { useQuery } from '../../../../core/use-query.ts'
import { useUndoNotice } from '../../../../shell/UndoNotice/use-undo-notice.tsx'
import { Dialog } from '../../../../ui/Dialog/Dialog.tsx'
import { plainText } from '../../../../ui/plain-text.ts'
import { RelativeTime } from '../../../../ui/RelativeTime.tsx'
import { useTeam } from '../../../team/use-team.ts'
import { languageName } from '../../library-words.ts'
import classes from './Versions.module.css'
import { FileDiff } from './FileDiff.tsx'
import { WordDiff } from './WordDiff.tsx'

/** So many are shown; older ones are kept. */
const MOST = 100

export interface VersionsDialogProps {
  readonly row: CannedReplyDetailRow
  /** Whether something is written that is not saved: it goes when one rolls back. */
  readonly dirty: boolean
  readonly onRolledBack: () => void
  readonly onClose: () => void
}

/** All versions of a reply, what each changed, and the way back to one. */
export function VersionsDialog({ row, dirty, onRolledBack, onClose }: VersionsDialogProps) {
  const run = useCommand()
  const tell = useUndoNotice()
  const { rows } = useQuery('library.versions', { reply: row.id, limit: MOST })
  const [wanted, setWanted] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === wanted)
  )
  const shown = rows[at]
  const before = rows[at + 1]

  async function rollBack(version: VersionRow): Promise<void> {
    const done = await run('library.rollBack', { reply: row.id, version: version.id })
    if (!done) return
    onRolledBack()
    tell(t('Version {number, number} is the draft now', { number: version.number }))
  }

  function press(event: KeyboardEvent): boolean {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return false
    const to = Math.min(rows.length - 1, Math.max(0, at + step))
    setWanted(rows[to]?.id ?? null)
    list.current?.querySelectorAll('button')[to]?.focus()
    return true
  }

  // They come a moment after the dialog, which has put the focus on its own button by then.
  const any = rows.length > 0
  useEffect(() => {
    if (any) list.current?.querySelector('button')?.focus()
  }, [any])

  return (
    <Dialog
      title={t('Versions of {title}', { title: plainText(row.newest.content.title) })}
      size={820}
      onClose={onClose}
      onKey={press}
    >
      <div className={classes.root}>
        <ul ref={list} className={classes.list} aria-label={t('Versions')}>
          {rows.map((version, index) => (
            <li key={version.id}>
              <UnstyledButton
                className={classes.version}
                aria-current={index === at}
                data-autofocus={index === 0 || undefined}
                onClick={() => setWanted(version.id)}
              >
                <VersionLine version={version} row={row} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
        {shown === undefined ? null : (
          <div className={classes.change}>
            <VersionChange version={shown} before={before} />
            {shown.id === row.newest.id ? null : (
              <div className={classes.buttons}>
                <Button onClick={() => void rollBack(shown)}>
                  {t('Make version {number, number} the draft', { number: shown.number })}
                </Button>
                {dirty ? <span className={classes.hint}>{t('What is not saved would go.')}</span> : null}
              </div>
            )}
          </div>
        )}
      </div>
    </Dialog>
  )
}

function VersionLine({ version, row }: { readonly version: VersionRow; readonly row: CannedReplyDetailRow }) {
  const team = useTeam()
  const name = (member: string): string => plainText(team.get(member)?.name ?? t('Somebody'))
  return (
    <>
      <span className={classes.line}>
        <strong>{t('Version {number, number}', { number: version.number })}</strong>
        <RelativeTime at={version.savedAt} />
      </span>
      <span className={classes.about}>
        <bdi>{name(version.author)}</bdi>
        {version.id === row.approved?.id ? (
          <span className={classes.used}>{t('in use')}</span>
        ) : version.approvedBy === null ? null : (
          <span>{t('approved by {name}', { name: name(version.approvedBy) })}</span>
        )}
      </span>
    </>
  )
}

interface VersionChangeProps {
  readonly version: VersionRow
  /** The version that it grew from; undefined for the first. */
  readonly before: VersionRow | undefined
}

/** What a version changed: title, the text in each of its languages, and what goes along. */
function VersionChange({ version, before }: VersionChangeProps) {
  const { content } = version
  const old = before?.content
  const languages = [...new Set([...content.variants, ...(old?.variants ?? [])].map(({ language }) => language))]
  const bodyOf = (language: string, of: typeof old): string =>
    of?.variants.find((variant) => variant.language === language)?.body ?? ''
  const changed = languages.filter((language) => bodyOf(language, content) !== bodyOf(language, old))
  return (
    <>
      {old !== undefined && old.title !== content.title ? (
        <>
          <h3 className={classes.part}>{t('Title')}</h3>
          <WordDiff before={old.title} after={content.title} />
        </>
      ) : null}
      <h3 className={classes.part}>{t('Text')}</h3>
      <WordDiff before={old?.body ?? content.body} after={content.body} />
      {old?.attachment?.hash === content.attachment?.hash ? null : (
        <>
          <h3 className={classes.part}>{t('Attachment')}</h3>
          <FileDiff before={old?.attachment ?? null} after={content.attachment} />
        </>
      )}
      {changed.map((language) => (
        <div key={language}>
          <h3 className={classes.part}>{languageName(language)}</h3>
          <WordDiff before={bodyOf(language, old)} after={bodyOf(language, content)} />
        </div>
      ))}
    </>
  )
}
