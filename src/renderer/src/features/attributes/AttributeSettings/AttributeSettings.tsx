import { t } from '../../../i18n/t.ts'
import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { AttributeRow } from '../../../../../shared/contract/customer-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { MoveButtons, moveByKey } from '../../../ui/MoveButtons/MoveButtons.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { typeWords } from '../attribute-words.ts'
import { AttributeForm } from './AttributeForm.tsx'
import classes from './AttributeSettings.module.css'

/** Which attributes customers have, in the order of the panel. */
export function AttributeSettings() {
  const rows = useQuery('attributes.list', {}).rows
  const usage = new Map(useQuery('attributes.usage', {}).rows.map((row) => [row.id, row.customers]))
  const [editing, setEditing] = useState<string | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const run = useCommand()
  const tell = useUndoNotice()

  async function remove(row: AttributeRow): Promise<void> {
    add.current?.focus()
    if (await run('attributes.delete', { attribute: row.id })) tell(t('Deleted {name}', { name: plainText(row.name) }))
  }

  function move(row: AttributeRow, to: number): void {
    if (to >= 0 && to < rows.length) void run('attributes.move', { attribute: row.id, to })
  }

  function close(): void {
    setEditing(null)
    add.current?.focus()
  }

  return (
    <div className={classes.root}>
      <p className={classes.hint}>
        {t('What you note about customers, in the customer panel: plan, order, language …')}
      </p>
      {rows.length === 0 ? null : (
        <ul className={classes.list}>
          {rows.map((row, at) => (
            <li
              key={row.id}
              className={classes.row}
              onKeyDown={(event) => moveByKey(event, (by) => move(row, at + by))}
            >
              {editing === row.id ? (
                <AttributeForm attribute={row} onDone={close} />
              ) : (
                <>
                  <span className={classes.what}>
                    <bdi className={classes.name}>{plainText(row.name)}</bdi>
                    <span className={classes.hint}>
                      {t(typeWords[row.type])}
                      {row.options.length === 0 ? '' : `: ${row.options.map(plainText).join(', ')}`}
                      {usage.has(row.id)
                        ? ` · ${t('{count, plural, one {# customer} other {# customers}}', { count: usage.get(row.id) ?? 0 })}`
                        : ''}
                    </span>
                  </span>
                  <MoveButtons
                    name={plainText(row.name)}
                    at={at}
                    count={rows.length}
                    onMove={(by) => move(row, at + by)}
                  />
                  <ActionIcon
                    aria-label={t('Change {name}', { name: plainText(row.name) })}
                    onClick={() => setEditing(row.id)}
                  >
                    <IconPencil size={16} stroke={1.75} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={t('Delete {name}', { name: plainText(row.name) })}
                    onClick={() => void remove(row)}
                  >
                    <IconTrash size={16} stroke={1.75} />
                  </ActionIcon>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing === 'new' ? <AttributeForm attribute={null} onDone={close} /> : null}
      <Button
        ref={add}
        variant="default"
        leftSection={<IconPlus size={14} />}
        aria-expanded={editing === 'new'}
        onClick={() => setEditing('new')}
      >
        {t('Add an attribute')}
      </Button>
    </div>
  )
}
