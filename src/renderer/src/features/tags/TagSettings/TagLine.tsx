import { t } from '../../../i18n/t.ts'
import { ActionIcon, Autocomplete, ColorSwatch, Popover, Tooltip, UnstyledButton } from '@mantine/core'
import { IconCheck, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { TagRow } from '../../../../../shared/contract/triage-rows.ts'
import { MAX_TAG_GROUP, MAX_TAG_NAME, type TagColour, tagColours } from '../../../../../shared/domain/tag.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { NameField } from '../../../ui/NameField/NameField.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { colourWords } from '../tag-colour.ts'
import { MergeTag } from '../MergeTag/MergeTag.tsx'
import classes from './TagSettings.module.css'

export interface TagLineProps {
  readonly tag: TagRow
  /** The groups there are. */
  readonly groups: readonly string[]
  /** The other tags. */
  readonly others: readonly TagRow[]
  /** How many carry it. */
  readonly conversations: number
}

/** One tag, to be changed. */
export function TagLine({ tag, groups, others, conversations }: TagLineProps) {
  const run = useCommand()
  const tell = useUndoNotice()
  const [group, setGroup] = useState<string | null>(null)
  const name = plainText(tag.name)

  async function change(changes: Partial<Pick<TagRow, 'name' | 'colour' | 'group'>>): Promise<boolean> {
    const { id, ...now } = tag
    return (await run('tags.change', { tag: id, ...now, ...changes })) !== null
  }

  async function keepGroup(text: string | null): Promise<void> {
    const wanted = text === null || text.trim() === '' ? null : text.trim()
    if (text !== null && wanted !== tag.group) await change({ group: wanted })
    setGroup(null)
  }

  async function remove(): Promise<void> {
    const done = await run('tags.delete', { tag: tag.id })
    if (done)
      tell(
        t('Deleted the tag {name} of {count, plural, one {# conversation} other {# conversations}}', {
          name,
          count: conversations
        })
      )
  }

  return (
    <li className={classes.line}>
      <ColourChoice name={name} colour={tag.colour} onChange={(colour) => void change({ colour })} />
      <NameField
        label={t('Name of the tag {name}', { name })}
        value={tag.name}
        longest={MAX_TAG_NAME}
        onChange={(changed) => change({ name: changed })}
      />
      <Autocomplete
        aria-label={t('Group of the tag {name}', { name })}
        placeholder={t('Group||of tags')}
        className={classes.groupField}
        size="xs"
        maxLength={MAX_TAG_GROUP}
        data={[...groups]}
        value={group ?? tag.group ?? ''}
        onChange={setGroup}
        onBlur={() => void keepGroup(group)}
        onOptionSubmit={(chosen) => void keepGroup(chosen)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void keepGroup(group)
          else if (event.key === 'Escape') setGroup(null)
        }}
      />
      <span className={classes.count}>
        {t('{count, plural, one {# conversation} other {# conversations}}', { count: conversations })}
      </span>
      <MergeTag tag={tag} others={others} conversations={conversations} />
      <Tooltip label={t('Delete; can be undone')}>
        <ActionIcon aria-label={t('Delete the tag {name}', { name })} onClick={() => void remove()}>
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </li>
  )
}

interface ColourChoiceProps {
  readonly name: string
  readonly colour: TagColour
  readonly onChange: (colour: TagColour) => void
}

function ColourChoice({ name, colour, onChange }: ColourChoiceProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.colour}
          aria-label={t('Colour of the tag {name}: {colour}', { name, colour: t(colourWords[colour]) })}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <ColorSwatch color={`var(--tag-${colour})`} size={16} withShadow={false} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={t('Colours for {name}', { name })}>
        <div className={classes.colours}>
          {tagColours.map((one) => (
            <UnstyledButton
              key={one}
              className={classes.colour}
              aria-label={t(colourWords[one])}
              aria-pressed={one === colour}
              onClick={() => {
                setOpened(false)
                onChange(one)
              }}
            >
              <ColorSwatch color={`var(--tag-${one})`} size={18} withShadow={false}>
                {one === colour ? <IconCheck size={12} stroke={3} color="var(--surface)" /> : null}
              </ColorSwatch>
            </UnstyledButton>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
