import { IconWorldSearch } from '@tabler/icons-react'
import type { KnownPerson } from '../../../../../shared/contract/rows.ts'
import { t } from '../../../i18n/t.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { Highlight } from '../../../ui/Highlight/Highlight.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import type { Choice } from './choices.ts'
import classes from './NewMessage.module.css'

export interface ChoiceLineProps {
  readonly choice: Choice
  /** The handle that X is being asked for. */
  readonly asking: string | null
  readonly offline: boolean
}

/** Somebody known here, or the way to ask X. */
export function ChoiceLine({ choice, asking, offline }: ChoiceLineProps) {
  if (choice.kind === 'person') return <KnownPersonLine person={choice.person} />
  return (
    <>
      <IconWorldSearch className={classes.sign} size={28} stroke={1.5} aria-hidden="true" />
      <span className={classes.who}>
        <span className={classes.name}>
          {asking === null
            ? t('Look up @{handle} at X', { handle: choice.handle })
            : t('Asking X for @{handle}…', { handle: asking })}
        </span>
        <span className={classes.detail}>
          {offline ? t('X cannot be reached at the moment') : t('Costs $0.010, unless X was asked today')}
        </span>
      </span>
    </>
  )
}

function KnownPersonLine({ person }: { readonly person: KnownPerson }) {
  return (
    <>
      <Avatar id={person.id} name={person.name} src={person.avatar} size={28} />
      <span className={classes.who}>
        <span className={classes.name}>
          <bdi>
            <Highlight text={person.name} marks={person.nameMarks} />
          </bdi>
        </span>
        <span className={classes.detail}>
          {person.handle === null ? null : (
            <bdi>
              @<Highlight text={person.handle} marks={person.handleMarks} />
            </bdi>
          )}
          {person.canReceiveDm === false ? (
            <span className={classes.refuses}> {t('takes no messages from you')}</span>
          ) : null}
        </span>
      </span>
      {person.lastAt === null ? null : <RelativeTime at={person.lastAt} className={classes.time} />}
    </>
  )
}
