import { t } from '../../../i18n/t.ts'
import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import { type Keyword, keywordPlaces } from '../../../../../shared/domain/screening.ts'
import classes from './ScreeningSettings.module.css'

export interface KeywordLinesProps {
  readonly keywords: readonly Keyword[]
  readonly onChange: (keywords: readonly Keyword[]) => void
}

/** Words that lead strangers aside. */
export function KeywordLines({ keywords, onChange }: KeywordLinesProps) {
  const list = useRef<HTMLUListElement>(null)
  const added = useRef(false)
  useLayoutEffect(() => {
    if (added.current) list.current?.querySelector<HTMLElement>('li:last-child input')?.focus()
    added.current = false
  }, [keywords.length])
  const replace = (at: number, keyword: Partial<Keyword>): void =>
    onChange(keywords.map((one, index) => (index === at ? { ...one, ...keyword } : one)))
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('Keywords of people you have not answered')}</legend>
      <ul ref={list} className={classes.lines}>
        {keywords.map(({ text, place }, at) => (
          <li key={at} className={classes.keyword}>
            <TextInput
              className={classes.word}
              size="xs"
              aria-label={t('Keyword {position, number}', { position: at + 1 })}
              placeholder={t('A word, or several in a row')}
              value={text}
              onChange={(event) => replace(at, { text: event.currentTarget.value })}
            />
            <SegmentedControl
              aria-label={t('Where keyword {position, number} leads', { position: at + 1 })}
              size="xs"
              data={[
                { value: 'requests', label: t('Requests') },
                { value: 'spam', label: t('Spam') }
              ]}
              value={place}
              onChange={(value) => {
                const chosen = keywordPlaces.find((one) => one === value)
                if (chosen !== undefined) replace(at, { place: chosen })
              }}
            />
            <ActionIcon
              aria-label={t('Remove keyword {position, number}', { position: at + 1 })}
              onClick={() => {
                onChange(keywords.filter((_, index) => index !== at))
                list.current?.closest('fieldset')?.querySelector<HTMLElement>('[data-add]')?.focus()
              }}
            >
              <IconX size={14} stroke={2} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        data-add
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => {
          added.current = true
          onChange([...keywords, { text: '', place: 'requests' }])
        }}
      >
        {t('Add a keyword')}
      </Button>
    </fieldset>
  )
}
