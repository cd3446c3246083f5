import { type RefObject, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { ThreadHeadRow } from '../../../../../shared/contract/rows.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { ActionChips } from '../../library/insert/ActionChips/ActionChips.tsx'
import { CannedDialog } from '../../library/insert/CannedDialog/CannedDialog.tsx'
import { CannedPanel } from '../../library/insert/CannedPanel/CannedPanel.tsx'
import { InsertButton } from '../../library/insert/InsertButton.tsx'
import { SuggestionStrip } from '../../library/insert/SuggestionStrip/SuggestionStrip.tsx'
import { useInserts } from '../../library/insert/inserts-context.ts'
import { type CannedControl, useCanned } from '../../library/insert/use-canned.ts'
import { useCannedFile } from '../../library/insert/use-canned-file.ts'
import { useCannedSource } from '../../library/insert/use-canned-source.ts'
import { QuickReplies } from '../../library/quick-keys/QuickReplies.tsx'
import { PromoButton } from '../../promos/insert/PromoButton.tsx'
import { PromoChips } from '../../promos/insert/PromoChips.tsx'
import { PromoPanel } from '../../promos/insert/PromoPanel.tsx'
import { type PromoControl, usePromo } from '../../promos/insert/use-promo.ts'
import { FindingChip } from '../../send-check/FindingChip/FindingChip.tsx'
import { FindingList } from '../../send-check/FindingList/FindingList.tsx'
import { FindingMarks } from '../../send-check/TextMarks/FindingMarks.tsx'
import { useFindingSteps } from '../../send-check/use-finding-steps.ts'
import { useSendCheck } from '../../send-check/use-send-check.ts'
import { SurveyButton } from '../../surveys/SurveyDialog/SurveyButton.tsx'
import { AttachButton } from '../Attachment/AttachButton.tsx'
import { AttachmentArea } from '../Attachment/AttachmentArea.tsx'
import { charactersLeft } from '../draft.ts'
import { DraftField } from '../DraftField/DraftField.tsx'
import { useAttachment } from '../use-attachment.ts'
import { useDraft } from '../use-draft.ts'
import { useLeaving } from '../use-leaving.ts'
import { useSending, type Way } from '../use-sending.ts'
import { ReplyButtons } from './ReplyButtons.tsx'

export interface ReplyFieldProps {
  readonly head: ThreadHeadRow
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly focused: boolean
}

/** A reply to the customer. */
export function ReplyField({ head, field, focused }: ReplyFieldProps) {
  const draft = useDraft(head.id, 'reply')
  const attached = useAttachment(head.id)
  const check = useSendCheck(head.id, draft.text)
  const steps = useFindingSteps(check, field)
  const takeFile = useCannedFile(head.id, field, attached)
  const canned = useCanned(head.id, field, draft.text, takeFile)
  const promo = usePromo(head.id, field, draft.text, check.language)
  const { inserts, change } = useInserts(head.id)
  const [choosing, setChoosing] = useState(false)
  const sending = useSending({ head, field, draft, attached, check })
  const { sendable } = sending
  const go = useLeaving(sending, {
    comes: attached.taking || canned.calling || promo.calling,
    stays: canned.asking !== null
  })
  /** How it was to leave when the send check asked. */
  const [attempted, setAttempted] = useState<Way>('send')

  function leave(way: Way): void {
    setAttempted(way)
    go(way)
  }

  // A key pressed somewhere else shows what would be sent before it is sent.
  const fromKey = (way: Way): void => {
    if (document.activeElement === field.current) leave(way)
    else field.current?.focus()
  }
  useAction('reply.send', () => fromKey('send'))
  useAction('reply.sendAndResolve', () => fromKey('sendAndResolve'))
  useAction('reply.sendLater', () => leave('sendLater'))
  useAction('reply.sendAndSnooze', () => fromKey('sendAndSnooze'))

  useAction('canned.insert', () => setChoosing(true))
  useAction('promo.insert', promo.open)
  useCannedSource(head.id, (choice) => canned.insertAtCursor(choice, 'shortcut'))

  const closeFindings = (): void => {
    check.open(false)
    field.current?.focus()
  }

  return (
    <>
      <QuickReplies conversation={head.id} onTake={(choice) => canned.insertAtCursor(choice, 'shortcut')} />
      <AttachmentArea control={attached} />
      <DraftField
        mode="reply"
        conversation={head.id}
        draft={draft}
        field={field}
        focused={focused}
        label={t('Reply to {name}', { name: plainText(head.name) })}
        left={charactersLeft(draft.text)}
        language={check.language}
        marks={<FindingMarks check={check} field={field} />}
        notice={
          <>
            {head.waitingSince === null ? null : (
              <SuggestionStrip
                conversation={head.id}
                tight={check.findings.length > 0}
                onTake={(choice) => canned.insertAtCursor(choice, 'suggestion')}
              />
            )}
            <FindingChip findings={check.findings} opened={check.opened} onToggle={() => check.open(!check.opened)} />
          </>
        }
        list={{
          listId: promo.called === null ? canned.choices.listId : promo.choices.listId,
          active: activeLine(canned, promo),
          onSelect() {
            canned.onSelect()
            promo.onSelect()
          },
          onLeave() {
            canned.onLeave()
            promo.onLeave()
          },
          onKeyDown: (event) => canned.onKeyDown(event) || promo.onKeyDown(event),
          view: (
            <>
              <CannedPanel control={canned} field={field} />
              <PromoPanel control={promo} field={field} />
            </>
          )
        }}
        below={
          <>
            <PromoChips conversation={head.id} name={head.name} draft={draft.text} field={field} />
            <ActionChips
              inserts={inserts}
              draft={draft.text}
              onDrop={(key) => {
                change((before) => ({ ...before, dropped: [...before.dropped, key] }))
                field.current?.focus()
              }}
            />
            {check.opened ? (
              <FindingList
                findings={check.findings}
                held={check.held}
                onShow={steps.show}
                onFix={steps.fix}
                onIgnore={steps.ignore}
                onSendAnyway={() => leave(attempted)}
                onClose={closeFindings}
              />
            ) : null}
          </>
        }
        onEscape={check.opened ? closeFindings : null}
      >
        <InsertButton onClick={() => setChoosing(true)} />
        <PromoButton onClick={promo.open} />
        <SurveyButton head={head} />
        <AttachButton onFiles={attached.add} />
        <ReplyButtons sendable={sendable} onLeave={leave} />
      </DraftField>
      {choosing ? (
        <CannedDialog
          conversation={head.id}
          filling={canned.filling}
          onPick={(choice) => {
            setChoosing(false)
            // The dialog is gone by then, and the focus is the text's.
            requestAnimationFrame(() => canned.insertAtCursor(choice, 'picker'))
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  )
}

/** Id of the line that Enter takes, of whichever list is open. */
function activeLine(
  canned: Pick<CannedControl, 'slash' | 'choices'>,
  promo: Pick<PromoControl, 'called' | 'choices'>
): string | null {
  if (promo.called !== null) return promo.choices.field['aria-activedescendant'] ?? null
  return canned.slash === null ? null : (canned.choices.field['aria-activedescendant'] ?? null)
}
