import { IconBookmark, IconChevronDown, IconChevronRight, IconHistory, IconList } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { assertNever } from '../../../../../shared/assert-never.ts'
import type { SearchOption } from '../search-results.ts'
import { CustomerResult, MessageResult } from './SearchHits.tsx'
import classes from './SearchOverlay.module.css'

/** One line of the search. */
export function OptionContent({ option }: { readonly option: SearchOption }) {
  switch (option.kind) {
    case 'suggestion':
      return (
        <>
          <code className={classes.term} dir="auto">
            {option.suggestion.term}
          </code>
          <span className={classes.handle}>{option.suggestion.hint}</span>
        </>
      )
    case 'search':
      return (
        <>
          {option.name === null ? <IconHistory size={16} /> : <IconBookmark size={16} />}
          {option.name === null ? null : <bdi className={classes.name}>{option.name}</bdi>}
          <code className={classes.term} dir="auto">
            {option.text}
          </code>
        </>
      )
    case 'customer':
      return <CustomerResult hit={option.hit} />
    case 'group':
      return (
        <>
          <MessageResult hit={option.hit} />
          {option.others === 0 ? null : (
            <span className={classes.fold} data-fold>
              {option.open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} className="mirrored" />}
              {t('{count, plural, one {# hit} other {# hits}}', { count: option.others + 1 })}
              <span className="visually-hidden">
                {option.open ? t(', left arrow hides them') : t(', right arrow shows them')}
              </span>
            </span>
          )}
        </>
      )
    case 'hit':
      return (
        <span className={classes.inner}>
          <MessageResult hit={option.hit} within />
        </span>
      )
    case 'list':
      return (
        <>
          <IconList size={16} /> {t('Open as a list of conversations')}
        </>
      )
    case 'more':
      return (
        <>
          <IconChevronDown size={16} /> {t('Show older hits')}
        </>
      )
    default:
      return assertNever(option)
  }
}
