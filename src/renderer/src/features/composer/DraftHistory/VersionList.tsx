import { UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { t } from '../../../i18n/t.ts'
import type { DraftVersionRow } from '../../../../../shared/contract/rows.ts'
import type { DraftMode } from '../../../../../shared/domain/draft.ts'
import { useQuery } from '../../../core/use-query.ts'
import { Keys } from '../../../ui/Keys/Keys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { versionPreview, versionWords } from '../version-words.ts'
import classes from './VersionList.module.css'

export interface VersionListProps {
  readonly conversation: string
  readonly mode: DraftMode
  readonly onChoose: (version: DraftVersionRow) => void
}

/** Earlier texts, newest first: the arrows walk, Enter takes one. */
export function VersionList({ conversation, mode, onChoose }: VersionListProps) {
  const { rows, status } = useQuery('thread.draftHistory', { conversation, mode })
  const list = useRef<HTMLUListElement>(null)
  const any = rows.length > 0
  useLayoutEffect(() => {
    if (any) list.current?.querySelector('button')?.focus()
  }, [any])

  function walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const here = buttons.findIndex((button) => button === document.activeElement)
    buttons[Math.min(buttons.length - 1, Math.max(0, here + step))]?.focus()
  }

  return (
    <>
      <div className={classes.head}>
        <span className={classes.title}>{t('Earlier versions')}</span>
        {any ? (
          <span className={classes.hint}>
            <Keys keys="Enter" /> {t('restores')}
          </span>
        ) : null}
      </div>
      {!any && status !== 'loading' ? (
        <p className={classes.none} tabIndex={-1} data-autofocus>
          {t('Nothing earlier yet. What you clear, rewrite or send is kept here for 30 days.')}
        </p>
      ) : null}
      <ul ref={list} className={classes.list} onKeyDown={walk}>
        {rows.map((version) => (
          <li key={version.id}>
            <UnstyledButton className={classes.version} onClick={() => onChoose(version)}>
              <span className={classes.about}>
                <span>{versionWords(version.reason, mode)}</span>
                <RelativeTime at={version.at} />
              </span>
              <span className={classes.preview} dir="auto">
                {plainText(versionPreview(version.text))}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  )
}
