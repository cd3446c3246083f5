import { Button, Modal, TextInput } from '@mantine/core'
import { IconGauge, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../i18n/t.ts'
import { ActionKeys } from '../../ui/Keys/ActionKeys.tsx'
import { actionTitle } from '../actions.ts'
import { useRunAction } from '../KeyboardProvider.tsx'
import { KeyTable } from './KeyTable.tsx'

export interface HelpOverlayProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Every key of the console on one page. */
export function HelpOverlay({ opened, onClose }: HelpOverlayProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t('Keyboard')} size={760} yOffset="7vh">
      <KeySearch />
    </Modal>
  )
}

function KeySearch() {
  const [text, setText] = useState('')
  const run = useRunAction()
  return (
    <>
      <TextInput
        data-autofocus
        mb={16}
        size="sm"
        aria-label={t('Find an action or a key')}
        placeholder={t('Find an action or a key')}
        leftSection={<IconSearch size={16} stroke={1.75} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <KeyTable text={text} />
      <Button
        mt={16}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconGauge size={16} stroke={1.75} />}
        rightSection={<ActionKeys action="go.performance" />}
        onClick={() => run('go.performance')}
      >
        {actionTitle('go.performance')}
      </Button>
    </>
  )
}
