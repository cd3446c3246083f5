import { t } from '../../i18n/t.ts'
import { Keys } from '../../ui/Keys/Keys.tsx'
import { actionGroups, actionOf, actionTitle, groupTitle } from '../actions.ts'
import { isMac } from '../key-labels.ts'
import { findActions } from '../key-words.ts'
import { useKeymap } from '../keymap-context.ts'
import { useActionDetails } from './use-action-details.ts'
import classes from './KeyTable.module.css'

/** The registry of actions as a table, group by group; only what the text names. */
export function KeyTable({ text }: { readonly text: string }) {
  const keymap = useKeymap()
  const details = useActionDetails()
  const found = findActions(text, keymap, isMac(), details)
  if (found.length === 0)
    return <p className={classes.none}>{t('No action is called “{text}”.', { text: text.trim() })}</p>
  return (
    <div className={classes.root}>
      {actionGroups.map((group) => {
        const ids = found.filter((id) => actionOf(id).group === group)
        return ids.length === 0 ? null : (
          <section key={group} className={classes.group}>
            <h3 className={classes.title}>{groupTitle(group)}</h3>
            <dl className={classes.list}>
              {ids.map((id) => (
                <div key={id} className={classes.row}>
                  <dt>
                    {actionTitle(id)}
                    {details.has(id) ? <bdi className={classes.detail}> {details.get(id)}</bdi> : null}
                  </dt>
                  <dd>
                    {keymap.keys[id].map((keys) => (
                      <Keys key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </div>
  )
}
