import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconFolder, IconStack2 } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { formatCount } from '../../../ui/count.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { type Folder, folderKey, openFolders } from '../folders.ts'
import classes from './FolderTree.module.css'

export interface FolderTreeProps {
  readonly folders: readonly Folder[]
  /** All replies there are. */
  readonly total: number
  /** The path that is listed; null: everything. */
  readonly current: readonly string[] | null
  readonly onOpen: (path: readonly string[] | null) => void
}

const ALL = ''

/** The folders of the library. ↑ ↓ walk, → and ← open and close, Enter lists what is in one. */
export function FolderTree({ folders, total, current, onOpen }: FolderTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const tree = useRef<HTMLDivElement>(null)
  const shown = openFolders(folders, closed)
  const currentKey = current === null ? ALL : folderKey(current)
  const keys = [ALL, ...shown.map(({ key }) => key)]
  const [focused, setFocused] = useState(ALL)
  const tabStop = keys.includes(focused) ? focused : ALL

  function toggle(key: string, close: boolean): void {
    const next = new Set(closed)
    if (close) next.add(key)
    else next.delete(key)
    setClosed(next)
  }

  function focusOn(key: string | undefined): void {
    if (key === undefined) return
    setFocused(key)
    tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[keys.indexOf(key)]?.focus()
  }

  function press(event: KeyboardEvent, key: string, folder: Folder | null): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
    const at = keys.indexOf(key)
    if (event.key === 'ArrowDown') focusOn(keys[at + 1])
    else if (event.key === 'ArrowUp') focusOn(keys[at - 1])
    else if (event.key === 'Home') focusOn(keys[0])
    else if (event.key === 'End') focusOn(keys.at(-1))
    else if (event.key === forward && folder?.hasFolders === true) {
      if (closed.has(key)) toggle(key, false)
      else focusOn(keys[at + 1])
    } else if (event.key === back && folder !== null) {
      if (folder.hasFolders && !closed.has(key)) toggle(key, true)
      else focusOn(folderKey(folder.path.slice(0, -1)))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={tree} role="tree" aria-label={t('Folders')} className={classes.root}>
      <UnstyledButton
        role="treeitem"
        aria-level={1}
        aria-selected={currentKey === ALL}
        tabIndex={tabStop === ALL ? 0 : -1}
        className={classes.item}
        onFocus={() => setFocused(ALL)}
        onKeyDown={(event) => press(event, ALL, null)}
        onClick={() => onOpen(null)}
      >
        <span className={classes.twist} />
        <IconStack2 size={16} stroke={1.6} aria-hidden="true" />
        <span className={classes.name}>{t('All replies')}</span>
        <span className={classes.count}>{formatCount(total)}</span>
      </UnstyledButton>
      {shown.map((folder) => (
        <UnstyledButton
          key={folder.key}
          role="treeitem"
          aria-level={folder.depth + 1}
          aria-selected={folder.key === currentKey}
          aria-expanded={folder.hasFolders ? !closed.has(folder.key) : undefined}
          tabIndex={tabStop === folder.key ? 0 : -1}
          className={classes.item}
          style={{ paddingInlineStart: 6 + folder.depth * 14 }}
          title={plainText(folder.key)}
          onFocus={() => setFocused(folder.key)}
          onKeyDown={(event) => press(event, folder.key, folder)}
          onClick={() => onOpen(folder.path)}
        >
          <span
            className={classes.twist}
            aria-hidden="true"
            onClick={(event) => {
              if (!folder.hasFolders) return
              event.stopPropagation()
              toggle(folder.key, !closed.has(folder.key))
            }}
          >
            {folder.hasFolders ? (
              closed.has(folder.key) ? (
                <IconChevronRight size={13} stroke={2} aria-hidden="true" />
              ) : (
                <IconChevronDown size={13} stroke={2} aria-hidden="true" />
              )
            ) : null}
          </span>
          <IconFolder size={16} stroke={1.6} aria-hidden="true" />
          <bdi className={classes.name}>{plainText(folder.name)}</bdi>
          <span className={classes.count}>{formatCount(folder.count)}</span>
        </UnstyledButton>
      ))}
    </div>
  )
}
