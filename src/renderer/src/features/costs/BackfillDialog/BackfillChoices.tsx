import { Button, Group, NumberInput, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { BackfillChoice, BackfillRow } from '../../../../../shared/contract/budget-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useClock } from '../../../ui/use-now.ts'
import { backfillWords, estimateWords } from '../budget-words.ts'

/** The ways to read back for one account, each with its price. */
export function BackfillChoices({
  row,
  username,
  onDone
}: {
  readonly row: BackfillRow
  readonly username: string
  readonly onDone: () => void
}) {
  const run = useCommand()
  const [choice, setChoice] = useState<BackfillChoice>(row.week === null ? 'all' : 'week')
  const [ceiling, setCeiling] = useState<string | number>('')
  const known = useClock((now) => backfillWords(row, now))
  const maxUsd = typeof ceiling === 'number' && ceiling > 0 ? ceiling : null

  async function choose(): Promise<void> {
    if (await run('sync.chooseBackfill', { account: row.id, choice, maxUsd: choice === 'new' ? null : maxUsd }))
      onDone()
  }

  const everything = row.why === 'first' ? t('Fetch all 30 days') : t('Fetch everything missed')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void choose()
      }}
    >
      <p>
        <strong>
          <bdi>@{username}</bdi>
        </strong>
        : {known}
      </p>
      <Radio.Group
        label={t('How far back?')}
        value={choice}
        onChange={(value) => setChoice(value === 'all' || value === 'week' ? value : 'new')}
      >
        <Stack gap={8} mt={6}>
          <Radio data-autofocus value="all" label={everything} description={row.all && estimateWords(row.all)} />
          {row.week === null ? null : (
            <Radio value="week" label={t('Last 7 days')} description={estimateWords(row.week)} />
          )}
          <Radio
            value="new"
            label={t('Only new messages from now on')}
            description={t('Nothing more is charged for what is older.')}
          />
        </Stack>
      </Radio.Group>
      {choice === 'new' ? null : (
        <NumberInput
          mt="md"
          label={t('Stop at, USD')}
          description={t('Optional. What is left out then can be fetched later.')}
          placeholder={t('No limit')}
          prefix="$"
          min={0}
          decimalScale={2}
          allowNegative={false}
          hideControls
          w={200}
          value={ceiling}
          onChange={setCeiling}
        />
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onDone}>
          {t('Decide later')}
        </Button>
        <Button type="submit">{choice === 'new' ? t('Only new messages') : t('Fetch them')}</Button>
      </Group>
    </form>
  )
}
