import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconFolder, IconKeyboard, IconTag, IconUsersGroup } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CannedReplyDetailRow } from '../../../../../../shared/contract/library-rows.ts'
import { MAX_SHORTCUT } from '../../../../../../shared/domain/library/canned-reply.ts'
import { t } from '../../../../i18n/t.ts'
import { useCommand } from '../../../../core/use-command.ts'
import { useQuery } from '../../../../core/use-query.ts'
import { type ActionId } from '../../../../keyboard/actions.ts'
import { isMac, keyText } from '../../../../keyboard/key-labels.ts'
import { useKeymap } from '../../../../keyboard/keymap-context.ts'
import { quickKeyActions } from '../../../../keyboard/quick-key-actions.ts'
import { useRunAction } from '../../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../../shell/navigation-context.ts'
import { ActionTip } from '../../../../ui/ActionButton/ActionTip.tsx'
import { plainText } from '../../../../ui/plain-text.ts'
import { fromFieldValue, toFieldValue } from '../../../outbox/schedule-choices.ts'
import { folderKey } from '../../folders.ts'
import { scopeWords } from '../../library-words.ts'
import { useQuickKeys } from '../../quick-keys/use-quick-keys.ts'
import type { ReplyForm } from '../reply-form.ts'
import { ActionList } from './ActionList.tsx'
import classes from './Details.module.css'

export interface DetailsProps {
  /** Null for a reply that was never saved: where it stands is part of the form then. */
  readonly row: CannedReplyDetailRow | null
  readonly form: ReplyForm
  readonly onForm: (form: ReplyForm) => void
}

/** What surrounds the text of a reply. Where it stands changes at once; the rest is saved with the text. */
export function Details({ row, form, onForm }: DetailsProps) {
  const folder = row === null ? form.folder : folderKey(row.folder)
  const tags = row === null ? form.tags : row.tags
  const { scope, team } = row ?? form
  return (
    <section className={classes.root} aria-label={t('Details')}>
      <Line label={t('Shortcut')}>
        <TextInput
          size="xs"
          className={classes.short}
          aria-label={t('Shortcut')}
          placeholder={form.kind === 'fragment' ? t('by which other replies contain it') : t('typed after /')}
          maxLength={MAX_SHORTCUT + 1}
          dir="auto"
          leftSection={<span className={classes.slash}>/</span>}
          value={form.shortcut}
          onChange={(event) => onForm({ ...form, shortcut: event.currentTarget.value.replace(/^\/+/u, '') })}
        />
      </Line>
      <Line label={t('Folder')}>
        <PlaceButton
          action="library.move"
          icon={<IconFolder size={14} stroke={1.75} />}
          words={folder === '' ? t('Outside of all folders') : plainText(folder)}
        />
      </Line>
      <Line label={t('Tags')}>
        <PlaceButton
          action="library.tag"
          icon={<IconTag size={14} stroke={1.75} />}
          words={tags.length === 0 ? t('None') : plainText(tags.join(', '))}
        />
      </Line>
      <Line label={t('Who may use it')}>
        <PlaceButton
          action="library.scope"
          icon={<IconUsersGroup size={14} stroke={1.75} />}
          words={scope === 'team' ? plainText(team ?? '') : t(scopeWords[scope])}
        />
      </Line>
      {row === null ? null : <Owner row={row} />}
      {row === null || form.kind === 'fragment' ? null : <QuickKeyLine reply={row.id} />}
      {form.kind === 'fragment' ? null : (
        <Line label={t('When it is sent')}>
          <ActionList actions={form.actions} onActions={(actions) => onForm({ ...form, actions: [...actions] })} />
        </Line>
      )}
      <Line label={t('Used from')}>
        <Moment
          label={t('Used from')}
          at={form.effectiveFrom}
          onAt={(effectiveFrom) => onForm({ ...form, effectiveFrom })}
        />
      </Line>
      <Line label={t('Expires')}>
        <Moment label={t('Expires')} at={form.expiresAt} onAt={(expiresAt) => onForm({ ...form, expiresAt })} />
      </Line>
      {row === null ? null : <Dependencies row={row} />}
      {row?.source ? (
        <Line label={t('Imported from')}>
          <bdi className={classes.words}>{plainText(`${row.source.system} · ${row.source.id}`)}</bdi>
        </Line>
      ) : null}
    </section>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.line}>
      <span className={classes.label}>{label}</span>
      <div className={classes.value}>{children}</div>
    </div>
  )
}

interface PlaceButtonProps {
  readonly action: ActionId
  readonly icon: ReactNode
  readonly words: string
}

function PlaceButton({ action, icon, words }: PlaceButtonProps) {
  const run = useRunAction()
  return (
    <ActionTip action={action}>
      <Button
        variant="default"
        size="compact-sm"
        className={classes.place}
        leftSection={icon}
        onClick={() => run(action)}
      >
        <bdi>{words}</bdi>
      </Button>
    </ActionTip>
  )
}

/** With which key who sits here inserts it. */
function QuickKeyLine({ reply }: { readonly reply: string }) {
  const key = useQuickKeys().get(reply)
  const { keys } = useKeymap()
  const [pressed] = key === undefined ? [] : keys[quickKeyActions[key]]
  return (
    <Line label={t('Your quick key')}>
      <PlaceButton
        action="library.quickKey"
        icon={<IconKeyboard size={14} stroke={1.75} />}
        words={
          key === undefined
            ? t('None')
            : pressed === undefined
              ? t('Quick key {key, number}', { key })
              : keyText(pressed, isMac())
        }
      />
    </Line>
  )
}

function Owner({ row }: { readonly row: CannedReplyDetailRow }) {
  const run = useCommand()
  const members = useQuery('team.list', {}).rows.filter((member) => !member.left || member.id === row.owner)
  return (
    <Line label={t('Owner')}>
      <NativeSelect
        size="xs"
        className={classes.short}
        aria-label={t('Owner')}
        data={members.map(({ id, name }) => ({ value: id, label: plainText(name) }))}
        value={row.owner}
        onChange={(event) => void run('library.setOwner', { replies: [row.id], owner: event.currentTarget.value })}
      />
    </Line>
  )
}

interface MomentProps {
  readonly label: string
  /** ms since 1970 */
  readonly at: number | null
  readonly onAt: (at: number | null) => void
}

function Moment({ label, at, onAt }: MomentProps) {
  return (
    <TextInput
      size="xs"
      className={classes.short}
      type="datetime-local"
      aria-label={label}
      value={at === null ? '' : toFieldValue(at)}
      onChange={(event) => onAt(fromFieldValue(event.currentTarget.value))}
    />
  )
}

/** Which fragments it contains, and which replies contain it. */
function Dependencies({ row }: { readonly row: CannedReplyDetailRow }) {
  const { go } = useNavigation()
  const link = (id: string, words: string): ReactNode => (
    <Button key={id} variant="subtle" size="compact-xs" onClick={() => go({ to: 'reply', reply: id })}>
      <bdi>{plainText(words)}</bdi>
    </Button>
  )
  return (
    <>
      {row.contains.length === 0 ? null : (
        <Line label={t('Contains')}>
          {row.contains.map(({ id, shortcut }) =>
            id === null ? (
              <span key={shortcut} className={classes.lost}>
                {t('{shortcut} (not there)', { shortcut: plainText(shortcut) })}
              </span>
            ) : (
              link(id, `/${shortcut}`)
            )
          )}
        </Line>
      )}
      {row.containedIn.length === 0 ? null : (
        <Line label={t('Contained in')}>{row.containedIn.map(({ id, title }) => link(id, title))}</Line>
      )}
    </>
  )
}
