import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { t } from '../../i18n/t.ts'
import classes from './CopyField.module.css'

/** A value to take somewhere else, with a button that copies it. */
export function CopyField({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <div className={classes.root}>
      <code className={classes.value} aria-label={label}>
        {value}
      </code>
      <CopyButton value={value} timeout={1_500}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('Copied') : t('Copy')}>
            <ActionIcon aria-label={copied ? t('Copied') : t('Copy: {label}', { label })} onClick={copy}>
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  )
}
