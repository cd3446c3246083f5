import { t } from '../../../i18n/t.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Triage } from '../../../../../shared/contract/triage-rows.ts'
import { MAX_TAG_NAME } from '../../../../../shared/domain/tag.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { foldLabel } from '../../../ui/Picker/match-options.ts'
import { Picker } from '../../../ui/Picker/Picker.tsx'
import type { PickerOption } from '../../../ui/Picker/PickerBody.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import type { Words } from '../../inbox/use-triage.ts'
import { colourFor } from '../tag-colour.ts'
import { TagDot } from '../TagChips/TagChips.tsx'

export interface TagPickerProps {
  /** One is enough, and then it closes. */
  readonly required?: boolean
  readonly conversations: readonly string[]
  /** What is known of these now. */
  readonly known: (conversations: readonly string[]) => readonly Triage[]
  readonly onClose: () => void
  readonly onTag: (change: { add?: string[]; remove?: string[] }, words: Words) => void
}

const CREATE = 'create'

/** Gives tags and takes them away, one after the other; a name that is new becomes a tag. */
export function TagPicker({ required, conversations, known, onClose, onTag }: TagPickerProps) {
  const run = useCommand()
  const { rows: tags } = useQuery('tags.list', {})
  // What is changed here shows at once, though the rows come a moment later.
  useQuery('inbox.counts', { account: null })
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [problem, setProblem] = useState<string | null>(null)
  const states = known(conversations)

  function holds(tag: string): boolean | 'some' {
    const changed = toggled.get(tag)
    if (changed !== undefined) return changed
    const count = states.filter((state) => state.tags.includes(tag)).length
    return count === 0 ? false : count === states.length && states.length === conversations.length ? true : 'some'
  }

  function toggle(tag: string, name: string): void {
    const add = holds(tag) !== true
    setToggled(new Map(toggled).set(tag, add))
    onTag(add ? { add: [tag] } : { remove: [tag] }, (what) =>
      add ? t('Tagged {what}: {name}', { what, name }) : t('Took {name} from {what}', { what, name })
    )
  }

  async function create(name: string): Promise<void> {
    if (name.length > MAX_TAG_NAME) {
      setProblem(
        t('A tag may have at most {most} characters; this one has {count}.', { most: MAX_TAG_NAME, count: name.length })
      )
      return
    }
    const made = await run('tags.create', { name, colour: colourFor(name), group: null })
    if (!made) return
    setToggled((before) => new Map(before).set(made.result.tag, true))
    onTag({ add: [made.result.tag] }, (what) => t('Tagged {what}: {name}', { what, name }))
  }

  function offer(typed: string): PickerOption[] {
    const name = typed.replaceAll(/\s+/gu, ' ').trim()
    if (name === '' || tags.some((tag) => foldLabel(tag.name) === foldLabel(name))) return []
    return [
      {
        id: CREATE,
        label: t('New tag “{name}”', { name }),
        icon: <IconPlus size={14} stroke={2} aria-hidden="true" />
      }
    ]
  }

  return (
    <Picker
      label={required === true ? t('Tag, to resolve') : t('Tags')}
      placeholder={t('Find or create a tag')}
      multiple
      options={tags.map((tag) => ({
        id: tag.id,
        label: plainText(tag.name),
        group: tag.group,
        icon: <TagDot colour={tag.colour} />,
        checked: holds(tag.id)
      }))}
      offer={offer}
      problem={problem}
      nothing={() => t('No tags yet. Type the name of the first one.')}
      foot={required === true ? undefined : t('↵ gives the tag or takes it away · Esc when done')}
      onPick={(id, typed) => {
        if (id === CREATE) {
          void create(typed.replaceAll(/\s+/gu, ' '))
          return typed.length <= MAX_TAG_NAME
        }
        toggle(id, tags.find((tag) => tag.id === id)?.name ?? '')
        return true
      }}
      onType={() => setProblem(null)}
      onClose={onClose}
    />
  )
}
