import { Button } from '@mantine/core'
import { IconCalendar, IconFileExport, IconFilterOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import type { ActionId } from '../../../keyboard/actions.ts'
import { useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { ActionButton } from '../../../ui/ActionButton/ActionButton.tsx'
import { ActionTip } from '../../../ui/ActionButton/ActionTip.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { categoryWords } from '../../inbox/triage-words.tsx'
import { useTags } from '../../tags/use-tags.ts'
import { type BoardChoice, isFiltered } from '../board-choice.ts'
import { timeWords } from '../board-words.ts'
import { sentimentWords } from '../feedback-words.ts'
import classes from './BoardView.module.css'

/** Which time, and what is left out. */
export function BoardHeader({ choice }: { readonly choice: BoardChoice }) {
  const tags = useTags()
  const products = useQuery('feedback.products', {}).rows
  const { days, category, tag, product, sentiment } = choice
  const tagName = tag === null ? null : (tags.get(tag)?.name ?? '…')
  const productName = product === null ? null : (products.find(({ id }) => id === product)?.name ?? '…')
  return (
    <header className={classes.header}>
      <h2 className={classes.heading}>{t('Feedback')}</h2>
      <FilterButton action="feedback.time" icon={<IconCalendar size={14} stroke={1.75} aria-hidden="true" />}>
        {timeWords(days)}
      </FilterButton>
      <FilterButton action="feedback.category" set={category !== null}>
        {category === null ? t('Category') : t('Category: {category}', { category: t(categoryWords[category]) })}
      </FilterButton>
      <FilterButton action="feedback.tag" set={tag !== null}>
        {tagName === null ? t('Tag') : t('Tag: {tag}', { tag: plainText(tagName) })}
      </FilterButton>
      <FilterButton action="feedback.product" set={product !== null}>
        {productName === null ? t('Product') : t('Product: {product}', { product: plainText(productName) })}
      </FilterButton>
      <FilterButton action="feedback.sentiment" set={sentiment !== null}>
        {sentiment === null ? t('Sentiment') : t('Sentiment: {sentiment}', { sentiment: sentimentWords(sentiment) })}
      </FilterButton>
      <ActionButton action="feedback.clear" disabled={!isFiltered(choice)}>
        <IconFilterOff size={16} stroke={1.75} />
      </ActionButton>
      <span className={classes.gap} />
      <ActionButton action="feedback.export">
        <IconFileExport size={16} stroke={1.75} />
      </ActionButton>
    </header>
  )
}

interface FilterButtonProps {
  readonly action: ActionId
  readonly icon?: ReactNode
  /** Whether it leaves something out. */
  readonly set?: boolean
  readonly children: string
}

function FilterButton({ action, icon, set = false, children }: FilterButtonProps) {
  const run = useRunAction()
  return (
    <ActionTip action={action}>
      <Button
        className={classes.filter}
        data-set={set}
        size="compact-sm"
        variant="default"
        aria-haspopup="dialog"
        leftSection={icon}
        onClick={() => run(action)}
      >
        {children}
      </Button>
    </ActionTip>
  )
}
