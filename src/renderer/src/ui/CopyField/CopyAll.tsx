import { t } from '../../i18n/t.ts'

import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

/** Copies several values at once, one a line. */
export function CopyAll({ values, label }: { readonly values: readonly string[]; readonly label: string }) {
  return (
    <CopyButton value={values.join('\n')} timeout={1_500}>
      {({ copied, copy }) => (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={copy}
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        >
          {copied ? t('Copied') : label}
        </Button>
      )}
    </CopyButton>
  )
}
