import { ActionIcon, Button, CloseButton, Menu, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { IconChevronDown, IconPlus, IconSearch, IconTransfer, IconWorldCheck } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { type FindingKind, findingKinds } from '../../../../../shared/domain/library/finding.ts'
import { t } from '../../../i18n/t.ts'
import { type ActionId, actionTitle } from '../../../keyboard/actions.ts'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { useAction, useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { ActionButton } from '../../../ui/ActionButton/ActionButton.tsx'
import { ActionTip } from '../../../ui/ActionButton/ActionTip.tsx'
import { formatCount } from '../../../ui/count.ts'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { type Folder, folderKey } from '../folders.ts'
import { findingWords } from '../findings/finding-words.ts'
import { stageFilterWords } from '../library-words.ts'
import { type LibraryFilter, stageFilters } from '../listed-replies.ts'
import { FixesButton } from '../outcome/FixesButton.tsx'
import classes from './LibraryView.module.css'

export interface LibraryHeaderProps {
  readonly count: number
  readonly filter: LibraryFilter
  readonly folders: readonly Folder[]
  readonly tags: readonly string[]
  /** In how many replies each kind was found. */
  readonly findings: ReadonlyMap<FindingKind, number>
  readonly onFilter: (change: Partial<LibraryFilter>) => void
  /** The list is to have the focus again. */
  readonly onLeave: () => void
}

/** What of the library is listed, and what can be begun. */
export function LibraryHeader(props: LibraryHeaderProps) {
  const { count, filter, folders, tags, findings, onFilter, onLeave } = props
  const field = useRef<HTMLInputElement>(null)
  const run = useRunAction()
  const filterKeys = useAriaKeys('library.filter')
  useAction('library.filter', () => {
    field.current?.focus()
    field.current?.select()
  })
  const items = (actions: readonly ActionId[]): ReactNode =>
    actions.map((action) => (
      <Menu.Item
        key={action}
        rightSection={<ActionKeys action={action} />}
        // The menu gives the focus back first.
        onClick={() => requestAnimationFrame(() => run(action))}
      >
        {actionTitle(action)}
      </Menu.Item>
    ))
  return (
    <header className={classes.header}>
      <h2 className={classes.heading}>{t('Library')}</h2>
      <span className={classes.count} role="status">
        {formatCount(count)}
        <span className="visually-hidden"> {t('{count, plural, one {reply} other {replies}}', { count })}</span>
      </span>
      <ActionTip action="library.filter">
        <TextInput
          ref={field}
          className={classes.filter}
          size="xs"
          aria-label={t('Filter the library')}
          aria-keyshortcuts={filterKeys}
          placeholder={t('Title, shortcut, text, tag')}
          leftSection={<IconSearch size={14} stroke={1.75} aria-hidden="true" />}
          rightSection={
            filter.text === '' ? null : (
              <CloseButton
                size="xs"
                aria-label={t('Clear the filter')}
                onClick={() => {
                  onFilter({ text: '' })
                  field.current?.focus()
                }}
              />
            )
          }
          dir="auto"
          value={filter.text}
          onChange={(event) => onFilter({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' || event.key === 'ArrowDown') onLeave()
            else if (event.key === 'Escape' && filter.text !== '') onFilter({ text: '' })
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      </ActionTip>
      <SegmentedControl
        className={classes.stages}
        size="xs"
        aria-label={t('Stage')}
        data={stageFilters.map((stage) => ({ value: stage, label: t(stageFilterWords[stage]) }))}
        value={filter.stage}
        onChange={(stage) => onFilter({ stage: stageFilters.find((one) => one === stage) ?? 'all' })}
      />
      <NativeSelect
        className={classes.stageSelect}
        size="xs"
        aria-label={t('Stage')}
        data={stageFilters.map((stage) => ({ value: stage, label: t(stageFilterWords[stage]) }))}
        value={filter.stage}
        onChange={(event) =>
          onFilter({ stage: stageFilters.find((one) => one === event.currentTarget.value) ?? 'all' })
        }
      />
      <NativeSelect
        className={classes.folderSelect}
        size="xs"
        aria-label={t('Folder')}
        data={[
          { value: '', label: t('All replies') },
          ...folders.map(({ key }) => ({ value: key, label: plainText(key) }))
        ]}
        value={filter.folder === null ? '' : folderKey(filter.folder)}
        onChange={(event) =>
          onFilter({ folder: folders.find(({ key }) => key === event.currentTarget.value)?.path ?? null })
        }
      />
      {findings.size === 0 && filter.finding === null ? null : (
        <NativeSelect
          className={classes.folderSelect}
          size="xs"
          aria-label={t('Worth a look')}
          data={[
            { value: '', label: t('Worth a look') },
            ...findingKinds
              .filter((kind) => findings.has(kind) || kind === filter.finding)
              .map((kind) => ({
                value: kind,
                label: `${t(findingWords[kind])} ${formatCount(findings.get(kind) ?? 0)}`
              }))
          ]}
          value={filter.finding ?? ''}
          onChange={(event) =>
            onFilter({ finding: findingKinds.find((kind) => kind === event.currentTarget.value) ?? null })
          }
        />
      )}
      {tags.length === 0 ? null : (
        <NativeSelect
          className={classes.tagSelect}
          size="xs"
          aria-label={t('Tag')}
          data={[{ value: '', label: t('Any tag') }, ...tags.map((tag) => ({ value: tag, label: plainText(tag) }))]}
          value={filter.tag ?? ''}
          onChange={(event) => onFilter({ tag: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
      )}
      <FixesButton />
      <span className={classes.gap} />
      <ActionButton action="library.links" className={classes.check}>
        <IconWorldCheck size={17} stroke={1.75} />
      </ActionButton>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }} portalProps={{ target: '#tips' }}>
        <Menu.Target>
          <ActionIcon className={classes.files} aria-label={t('Import or export')}>
            <IconTransfer size={17} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>{items(['library.import', 'library.export'])}</Menu.Dropdown>
      </Menu>
      <Button.Group>
        <ActionTip action="library.new">
          <Button leftSection={<IconPlus size={14} stroke={2} />} onClick={() => run('library.new')}>
            {t('New reply')}
          </Button>
        </ActionTip>
        <Menu position="bottom-end" transitionProps={{ duration: 0 }} portalProps={{ target: '#tips' }}>
          <Menu.Target>
            <Button px={6} className={classes.more} aria-label={t('More to begin with')}>
              <IconChevronDown size={14} stroke={2} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {items(['library.new', 'library.newFragment', 'library.duplicate'])}
            {items(['library.links', 'library.import', 'library.export', 'go.placeholders'])}
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
    </header>
  )
}
