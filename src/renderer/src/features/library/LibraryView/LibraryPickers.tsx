import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CannedReplyRow } from '../../../../../shared/contract/library-rows.ts'
import { FolderPath, MAX_REPLY_TAG, ReplyTag } from '../../../../../shared/domain/library/canned-reply.ts'
import { stored, t } from '../../../i18n/t.ts'
import { useQuery } from '../../../core/use-query.ts'
import { Picker } from '../../../ui/Picker/Picker.tsx'
import { foldLabel } from '../../../ui/Picker/match-options.ts'
import type { PickerOption } from '../../../ui/Picker/PickerBody.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { type Folder, folderKey, folderPath } from '../folders.ts'

const CREATE = 'create'
const NONE = 'none'
const plus = <IconPlus size={14} stroke={2} aria-hidden="true" />

interface PickerParts {
  readonly onClose: () => void
}

export interface MovePickerProps extends PickerParts {
  readonly folders: readonly Folder[]
  readonly onMove: (folder: readonly string[]) => void
}

/** Into which folder; a path that is new becomes one. */
export function MovePicker({ folders, onMove, onClose }: MovePickerProps) {
  const [problem, setProblem] = useState<string | null>(null)

  function pick(id: string, typed: string): void {
    if (id !== CREATE) {
      onMove(id === NONE ? [] : (folders.find((folder) => `folder ${folder.key}` === id)?.path ?? []))
      return
    }
    const path = FolderPath.safeParse(folderPath(typed))
    if (path.success) onMove(path.data)
    else setProblem(stored(path.error.issues[0]?.message ?? ''))
  }

  return (
    <Picker
      label={t('Move to a folder')}
      placeholder={t('Find a folder, or type a new one: Orders / Refunds')}
      options={[
        ...folders.map(({ key }) => ({ id: `folder ${key}`, label: plainText(key) })),
        { id: NONE, label: t('Outside of all folders') }
      ]}
      offer={(typed): PickerOption[] => {
        const name = folderKey(folderPath(typed))
        if (name === '' || folders.some(({ key }) => foldLabel(key) === foldLabel(name))) return []
        return [{ id: CREATE, label: t('New folder “{name}”', { name }), icon: plus }]
      }}
      problem={problem}
      nothing={() => t('No folders yet. Type the name of the first one.')}
      onPick={pick}
      onType={() => setProblem(null)}
      onClose={onClose}
    />
  )
}

export interface ReplyTagPickerProps extends PickerParts {
  /** All tags of the library. */
  readonly tags: readonly string[]
  /** What it is about. */
  readonly rows: readonly CannedReplyRow[]
  readonly onTag: (change: { readonly add?: string[]; readonly remove?: string[] }) => void
}

/** Gives tags and takes them away, one after the other. */
export function ReplyTagPicker({ tags, rows, onTag, onClose }: ReplyTagPickerProps) {
  const [made, setMade] = useState<readonly string[]>([])
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [problem, setProblem] = useState<string | null>(null)
  const all = [...new Set([...tags, ...made])]

  function holds(tag: string): boolean | 'some' {
    const changed = toggled.get(tag)
    if (changed !== undefined) return changed
    const count = rows.filter((row) => row.tags.includes(tag)).length
    return count === 0 ? false : count === rows.length ? true : 'some'
  }

  function set(tag: string, add: boolean): void {
    setToggled(new Map(toggled).set(tag, add))
    onTag(add ? { add: [tag] } : { remove: [tag] })
  }

  return (
    <Picker
      label={t('Tag replies')}
      placeholder={t('Find or create a tag')}
      multiple
      options={all.map((tag) => ({ id: `tag ${tag}`, label: plainText(tag), checked: holds(tag) }))}
      offer={(typed): PickerOption[] => {
        const name = typed.replaceAll(/\s+/gu, ' ').trim()
        if (name === '' || all.some((tag) => foldLabel(tag) === foldLabel(name))) return []
        return [{ id: CREATE, label: t('New tag “{name}”', { name }), icon: plus }]
      }}
      problem={problem}
      nothing={() => t('No tags yet. Type the name of the first one.')}
      foot={t('↵ gives the tag or takes it away · Esc when done')}
      onPick={(id, typed) => {
        if (id !== CREATE) {
          const tag = all.find((one) => `tag ${one}` === id)
          if (tag !== undefined) set(tag, holds(tag) !== true)
          return true
        }
        const tag = ReplyTag.safeParse(typed)
        if (!tag.success) {
          setProblem(
            t('A tag may have at most {most} characters; this one has {count}.', {
              most: MAX_REPLY_TAG,
              count: typed.length
            })
          )
          return false
        }
        setMade([...made, tag.data])
        set(tag.data, true)
        return true
      }}
      onType={() => setProblem(null)}
      onClose={onClose}
    />
  )
}

export interface ScopePickerProps extends PickerParts {
  readonly onPick: (scope: 'everyone' | 'private' | 'team', team: string | null) => void
}

/** Who may use them. */
export function ScopePicker({ onPick, onClose }: ScopePickerProps) {
  const teams = useTeams()
  return (
    <Picker
      label={t('Who may use it')}
      placeholder={t('Everyone, a team, or only its owner')}
      options={[
        { id: 'everyone', label: t('Everyone') },
        { id: 'private', label: t('Only its owner') },
        ...teams.map((team) => ({ id: `team ${team}`, label: plainText(team), group: t('Teams') }))
      ]}
      nothing={(typed) => t('No team is called “{typed}”. Settings → Team says who belongs to which.', { typed })}
      onPick={(id) => {
        const team = teams.find((one) => `team ${one}` === id)
        if (team !== undefined) onPick('team', team)
        else onPick(id === 'private' ? 'private' : 'everyone', null)
      }}
      onClose={onClose}
    />
  )
}

/** Names of the teams within the team. */
function useTeams(): readonly string[] {
  const { rows } = useQuery('team.list', {})
  return [...new Set(rows.flatMap((member) => member.groups))].toSorted((a, b) => a.localeCompare(b))
}
