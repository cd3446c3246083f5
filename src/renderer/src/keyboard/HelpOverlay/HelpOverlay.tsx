import { Modal } from '@mantine/core'
import { KeyTable } from './KeyTable.tsx'

export interface HelpOverlayProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Every key of the console on one page. */
export function HelpOverlay({ opened, onClose }: HelpOverlayProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keyboard"
      size={720}
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <KeyTable />
    </Modal>
  )
}
