import { locale } from '../../../i18n/language.ts'
import { t } from '../../../i18n/t.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { AddLine } from '../../../ui/AddLine/AddLine.tsx'
import { colourFor } from '../tag-colour.ts'
import { TagLine } from './TagLine.tsx'
import classes from './TagSettings.module.css'

/** All tags: their names, colours and groups, and how much each is used. */
export function TagSettings() {
  const run = useCommand()
  const { rows: tags } = useQuery('tags.list', {})
  const usage = new Map(useQuery('tags.usage', {}).rows.map((row) => [row.id, row.conversations]))
  const groups = [...new Set(tags.flatMap((tag) => (tag.group === null ? [] : [tag.group])))].toSorted((a, b) =>
    a.localeCompare(b, locale())
  )
  const sections = [null, ...groups]
    .map((group) => ({ group, members: tags.filter((tag) => tag.group === group) }))
    .filter(({ members }) => members.length > 0)
  return (
    <>
      {tags.length === 0 ? (
        <p className={classes.hint}>
          {t('No tags yet. The first one can be made here, or while tagging a conversation.')}
        </p>
      ) : null}
      {sections.map(({ group, members }) => (
        <section
          key={group ?? ''}
          aria-label={group === null ? t('Tags without a group') : t('Tags: {group}', { group })}
        >
          {group === null ? null : (
            <h4 className={classes.group} dir="auto">
              {group}
            </h4>
          )}
          <ul className={classes.list}>
            {members.map((tag) => (
              <TagLine
                key={tag.id}
                tag={tag}
                groups={groups}
                others={tags.filter(({ id }) => id !== tag.id)}
                conversations={usage.get(tag.id) ?? 0}
              />
            ))}
          </ul>
        </section>
      ))}
      <AddLine
        label={t('Name of a new tag')}
        button={t('Create')}
        onAdd={async (name) => (await run('tags.create', { name, colour: colourFor(name), group: null })) !== null}
      />
    </>
  )
}
