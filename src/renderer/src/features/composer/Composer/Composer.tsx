import { Button, Tooltip } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import type { ThreadHeadRow } from '../../../../../shared/contract/rows.ts'
import { MAX_TEXT_LENGTH } from '../../../../../shared/domain/message.ts'
import { useCommand } from '../../../core/use-command.ts'
import { actionOf, actions } from '../../../keyboard/actions.ts'
import { ariaKeys, isMac } from '../../../keyboard/key-labels.ts'
import { useAction, useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import { Keys } from '../../../ui/Keys/Keys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { formatCount } from '../../../ui/plural.ts'
import { canSend, charactersLeft } from '../draft.ts'
import { useDraft } from '../use-draft.ts'
import classes from './Composer.module.css'

export interface ComposerProps {
  readonly head: ThreadHeadRow
  /** Takes the focus at once: somebody asked for it while the conversation was still on its way. */
  readonly focused: boolean
}

const sendKeys = actions['reply.send'].keys[0]

/** Where replies are written; or why they cannot be. */
export function Composer({ head, focused }: ComposerProps) {
  return head.canReply ? <ReplyField head={head} focused={focused} /> : <NoReply />
}

function NoReply() {
  const { go } = useNavigation()
  return (
    <div className={classes.root}>
      <div className={classes.closed}>
        <p>This conversation comes from an archive. Connect its X account to answer.</p>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} />}
          onClick={() => go({ to: 'overlay', overlay: 'connect' })}
        >
          Connect
        </Button>
      </div>
    </div>
  )
}

function ReplyField({ head, focused }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const run = useCommand()
  const runAction = useRunAction()
  const draft = useDraft(head.id)
  const text = draft.text ?? ''
  const left = charactersLeft(text)
  const sendable = canSend(text)

  async function send(resolve: boolean): Promise<void> {
    if (document.activeElement !== field.current) field.current?.focus()
    if (!sendable || !(await draft.send()) || !resolve) return
    if (head.status === 'open') runAction('conversation.resolve')
    else await run('inbox.resolve', { conversations: [head.id] })
  }

  const loaded = draft.text !== null
  // Somebody who comes back to a draft goes on at its end.
  useLayoutEffect(() => {
    const end = field.current?.value.length ?? 0
    field.current?.setSelectionRange(end, end)
  }, [loaded])
  useAction('reply.write', () => field.current?.focus())
  useLayoutEffect(() => {
    if (focused) field.current?.focus()
  }, [focused])
  // A key pressed somewhere else shows what would be sent before it is sent.
  const fromKey = (resolve: boolean): void => {
    if (document.activeElement === field.current) void send(resolve)
    else field.current?.focus()
  }
  useAction('reply.send', () => fromKey(false))
  useAction('reply.sendAndResolve', () => fromKey(true))

  return (
    <div className={classes.root}>
      <div className={classes.frame}>
        <textarea
          ref={field}
          className={classes.input}
          aria-label={`Reply to ${plainText(head.name)}`}
          placeholder={`Reply to ${plainText(head.name)}`}
          dir="auto"
          rows={2}
          maxLength={MAX_TEXT_LENGTH * 2}
          value={text}
          onChange={(event) => draft.change(event.currentTarget.value)}
          onBlur={draft.flush}
        />
        <div className={classes.bar}>
          <span className={classes.count} data-over={left !== null && left < 0} aria-live="polite">
            {left === null
              ? ''
              : left < 0
                ? `${formatCount(-left)} characters too many`
                : `${formatCount(left)} characters left`}
          </span>
          <Tooltip label={<KeyTip label="Send and resolve" keys={actionOf('reply.sendAndResolve').keys[0]} />}>
            <Button
              className={classes.quiet}
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-disabled={!sendable}
              data-disabled={!sendable || undefined}
              onClick={() => void send(true)}
            >
              Send and resolve
            </Button>
          </Tooltip>
          <Button
            size="compact-sm"
            aria-keyshortcuts={ariaKeys(sendKeys, isMac())}
            aria-disabled={!sendable}
            data-disabled={!sendable || undefined}
            rightSection={<Keys keys={sendKeys} />}
            aria-label="Send"
            onClick={() => void send(false)}
          >
            Send
          </Button>
        </div>
      </div>
    </div>
  )
}
