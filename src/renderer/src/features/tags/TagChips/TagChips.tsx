import { locale } from '../../../i18n/language.ts'
import { t } from '../../../i18n/t.ts'
import type { TagRow } from '../../../../../shared/contract/triage-rows.ts'
import type { TagColour } from '../../../../../shared/domain/tag.ts'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './TagChips.module.css'

export interface TagChipsProps {
  /** Ids. */
  readonly tags: readonly string[]
  readonly known: ReadonlyMap<string, TagRow>
  /** More than these are counted. */
  readonly most: number
}

/** The tags of a conversation, as far as there is room. */
export function TagChips({ tags, known, most }: TagChipsProps) {
  const rows = tags
    .map((id) => known.get(id))
    .filter((tag) => tag !== undefined)
    .toSorted((a, b) => a.name.localeCompare(b.name, locale()))
  if (rows.length === 0) return null
  // One that stands for one alone would take its room.
  const shown = rows.length === most + 1 ? rows : rows.slice(0, most)
  const rest = rows.slice(shown.length)
  return (
    <span className={classes.root}>
      {shown.map((tag) => (
        <span key={tag.id} className={classes.tag} title={plainText(tag.name)}>
          <TagDot colour={tag.colour} />
          <bdi className={classes.name}>{plainText(tag.name)}</bdi>
        </span>
      ))}
      {rest.length === 0 ? null : (
        <span className={classes.more} title={rest.map((tag) => plainText(tag.name)).join(', ')}>
          <span aria-hidden="true">+{rest.length}</span>
          <span className="visually-hidden">
            {t('More tags: {names}', { names: rest.map((tag) => plainText(tag.name)).join(', ') })}
          </span>
        </span>
      )}
    </span>
  )
}

/** Its colour, beside its name: never alone. */
export function TagDot({ colour }: { readonly colour: TagColour }) {
  return <span className={classes.dot} style={{ background: `var(--tag-${colour})` }} aria-hidden="true" />
}
