import { Modal } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { CeilingSetting } from './CeilingSetting.tsx'
import classes from './CostsDialog.module.css'
import { CostTable } from './CostTable.tsx'
import { LimitTable } from './LimitTable.tsx'

export interface CostsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** What X allows at this moment, what it has cost, and what it may cost. */
export function CostsDialog({ opened, onClose }: CostsDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={t('Limits and costs')}>
      <h3 className={classes.title}>{t('What X allows')}</h3>
      <LimitTable />
      <h3 className={classes.title}>{t('What X charges')}</h3>
      <CostTable />
      <h3 className={classes.title}>{t('Ceiling')}</h3>
      <CeilingSetting />
    </Modal>
  )
}
