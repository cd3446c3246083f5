import { IconHistory } from '@tabler/icons-react'
import type { DraftVersionRow } from '../../../../../shared/contract/rows.ts'
import type { DraftMode } from '../../../../../shared/domain/draft.ts'
import { ActionPopover } from '../../../ui/ActionPopover/ActionPopover.tsx'
import { VersionList } from './VersionList.tsx'

export interface DraftHistoryProps {
  readonly conversation: string
  readonly mode: DraftMode
  readonly onRestore: (version: DraftVersionRow) => void
  /** The list has gone away: the focus belongs to the text again. */
  readonly onClosed: () => void
}

/** Earlier texts of a draft, behind a button and a key. */
export function DraftHistory({ conversation, mode, onRestore, onClosed }: DraftHistoryProps) {
  return (
    <ActionPopover action="composer.history" icon={IconHistory} width={380} padding={0} onClosed={onClosed}>
      {(close) => (
        <VersionList
          conversation={conversation}
          mode={mode}
          onChoose={(version) => {
            onRestore(version)
            close()
          }}
        />
      )}
    </ActionPopover>
  )
}
