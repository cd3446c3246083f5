import { t } from '../../../i18n/t.ts'
import type { CustomerHit, MessageHit } from '../../../../../shared/contract/rows.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { Highlight } from '../../../ui/Highlight/Highlight.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './SearchOverlay.module.css'

/** A customer whose name or handle has the words. */
export function CustomerResult({ hit }: { readonly hit: CustomerHit }) {
  return (
    <>
      <Avatar id={hit.id} name={hit.name} src={hit.avatar} size={28} />
      <span className={classes.who}>
        <bdi className={classes.name}>
          <Highlight text={hit.name} marks={hit.nameMarks} />
        </bdi>{' '}
        {hit.handle === null ? null : (
          <span className={classes.handle}>
            <bdi>
              @<Highlight text={hit.handle} marks={hit.handleMarks} />
            </bdi>
          </span>
        )}
      </span>
      <RelativeTime at={hit.lastAt} className={classes.time} />
    </>
  )
}

/** A message that has the words, with the part around them. `within`: under its conversation. */
export function MessageResult({ hit, within }: { readonly hit: MessageHit; readonly within?: boolean }) {
  return (
    <>
      {within === true ? null : <Avatar id={hit.conversation} name={hit.title} src={hit.avatar} size={28} />}
      <span className={classes.message}>
        <span className={classes.about}>
          {within === true ? <span /> : <bdi className={classes.name}>{plainText(hit.title)}</bdi>}
          <RelativeTime at={hit.at} className={classes.time} />
        </span>
        <span className={classes.snippet} dir="auto">
          {hit.note
            ? `${t('Internal note:')} `
            : hit.us
              ? `${t('You:')} `
              : hit.authorName === hit.title
                ? ''
                : `${plainText(hit.authorName)}: `}
          <Highlight text={plainText(hit.snippet)} marks={hit.marks} />
        </span>
      </span>
    </>
  )
}
