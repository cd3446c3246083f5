import { t } from '../../../i18n/t.ts'
import { msg } from '../../../../../shared/i18n/message.ts'
import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { ScreeningList } from '../../../../../shared/domain/screening.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useWidenedQuery } from '../../../core/use-query.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { formatCount } from '../../../ui/count.ts'
import { splitHandles } from '../split-handles.ts'
import classes from './ScreeningSettings.module.css'

const STEP = 50

const words = {
  allowed: {
    title: msg('Always get in'),
    handles: msg('Handles of those who always get in'),
    add: msg('Add to those who always get in'),
    added: msg('{count, plural, one {# person always gets in} other {# people always get in}}')
  },
  held: {
    title: msg('Always wait in Requests'),
    handles: msg('Handles of those who always wait'),
    add: msg('Add to those who always wait'),
    added: msg('{count, plural, one {# person always waits} other {# people always wait}}')
  }
} satisfies Record<ScreeningList, unknown>

/** The people of one list: pasted, taken off one by one. What is wrong with a paste stays in the field. */
export function PeopleList({ list, count }: { readonly list: ScreeningList; readonly count: number }) {
  const [limit, setLimit] = useState(STEP)
  const people = useWidenedQuery('screening.people', { list, limit }).rows
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const { client } = useCore()
  const run = useCommand()
  const tell = useUndoNotice()
  const { title, handles: handlesLabel, add: addLabel, added: addedLabel } = words[list]

  async function add(customers: boolean): Promise<void> {
    const handles = customers ? [] : splitHandles(text)
    if (!customers && handles.length === 0) return setProblem(t('Write at least one handle, like @anas_silva.'))
    try {
      const { added } = await client.run('screening.addPeople', { list, handles, customers })
      setProblem(null)
      if (!customers) setText('')
      if (added === 0) setProblem(t('Everybody is on this list already.'))
      else tell(t(addedLabel, { count: added }))
    } catch (error) {
      setProblem(errorWords(error))
    }
  }

  async function remove(id: string, name: string): Promise<void> {
    field.current?.focus()
    if (await run('screening.removePeople', { people: [id] })) tell(t('Took {name} off the list', { name }))
  }

  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        {t(title)} <span className={classes.count}>{formatCount(count)}</span>
      </legend>
      <Textarea
        ref={field}
        aria-label={t(handlesLabel)}
        placeholder={t('Handles or addresses of profiles, one or many')}
        autosize
        minRows={1}
        maxRows={6}
        size="xs"
        value={text}
        error={problem}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setProblem(null)
        }}
      />
      <div className={classes.buttons}>
        <Button variant="default" aria-label={t(addLabel)} onClick={() => void add(false)}>
          {t('Add')}
        </Button>
        {list === 'allowed' ? (
          <Button variant="default" onClick={() => void add(true)}>
            {t('Add everybody you have answered')}
          </Button>
        ) : null}
      </div>
      {people.length === 0 ? null : (
        <ul className={classes.people}>
          {people.map(({ id, name, handle }) => (
            <li key={id} className={classes.person}>
              <bdi className={classes.name}>{plainText(name)}</bdi>
              {handle === null || name === `@${handle}` ? null : <bdi className={classes.handle}>@{handle}</bdi>}
              <ActionIcon
                aria-label={t('Take {name} off the list', { name: plainText(name) })}
                onClick={() => void remove(id, plainText(name))}
              >
                <IconX size={14} stroke={2} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {count > people.length && people.length > 0 ? (
        <Button variant="subtle" onClick={() => setLimit(limit + 200)}>
          {t('Show more of {count, number}', { count })}
        </Button>
      ) : null}
    </fieldset>
  )
}
