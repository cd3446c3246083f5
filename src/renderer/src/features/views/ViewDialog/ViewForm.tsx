import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { type FormEvent, useRef, useState } from 'react'
import { parseSearch } from '../../../../../shared/domain/search/parse-search.ts'
import { searchProblemWords } from '../../search/search-problem-words.ts'
import { MAX_VIEW_NAME } from '../../../../../shared/domain/view.ts'
import type { TagColour } from '../../../../../shared/domain/tag.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { isMac } from '../../../keyboard/key-labels.ts'
import { useKeymap } from '../../../keyboard/keymap-context.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { ColourChoice } from '../ColourChoice/ColourChoice.tsx'
import { useViewSteps, type ViewSlot } from '../use-view-steps.ts'
import type { ViewQuestion } from '../view-dialog-context.ts'
import { slotChoices } from '../view-words.ts'

export interface ViewFormProps {
  readonly question: ViewQuestion
  readonly onDone: () => void
}

/** Name, search, colour and shortcut of a saved view. */
export function ViewForm({ question, onDone }: ViewFormProps) {
  const { view } = question
  const { client } = useCore()
  const { keys } = useKeymap()
  const { go } = useNavigation()
  const { remove } = useViewSteps()
  const [name, setName] = useState(view?.name ?? '')
  const [query, setQuery] = useState(question.query)
  const [colour, setColour] = useState<TagColour>(view?.colour ?? 'blue')
  const [slot, setSlot] = useState<string>(view === null ? 'free' : String(view.slot ?? 'none'))
  /** Once it is made, another try changes it: its shortcut may have been refused. */
  const made = useRef<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [problem] = parseSearch(query).problems

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      const written = { name, colour, query }
      const known = view?.id ?? made.current
      const id = known ?? (await client.run('views.create', written)).view
      made.current = id
      if (known !== null) await client.run('views.change', { view: id, ...written })
      if (slot !== 'free') {
        await client.run('views.setSlot', { view: id, slot: slot === 'none' ? null : (Number(slot) as ViewSlot) })
      }
      onDone()
      if (view === null) go({ to: 'search', search: { view: id } })
    } catch (error) {
      setRefused(errorWords(error))
    }
  }

  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="sm">
        <TextInput
          label={t('Name')}
          data-autofocus
          dir="auto"
          maxLength={MAX_VIEW_NAME}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setRefused(null)
          }}
        />
        <TextInput
          label={t('Search')}
          dir="auto"
          spellCheck={false}
          maxLength={1_000}
          value={query}
          error={problem === undefined ? undefined : searchProblemWords(problem)}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setRefused(null)
          }}
        />
        <ColourChoice colour={colour} onChoose={setColour} />
        <NativeSelect
          label={t('Shortcut')}
          data={slotChoices(view === null, keys, isMac())}
          value={slot}
          onChange={(event) => setSlot(event.currentTarget.value)}
        />
        {refused === null ? null : (
          <Text role="alert" size="sm" c="var(--breached)">
            {refused}
          </Text>
        )}
        <Group justify="space-between">
          {view === null ? (
            <span />
          ) : (
            <Button
              variant="subtle"
              color="red"
              onClick={() => {
                remove(view)
                onDone()
              }}
            >
              {t('Delete')}
            </Button>
          )}
          <Button type="submit" disabled={name.trim() === '' || problem !== undefined}>
            {view === null ? t('Save view') : t('Save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
