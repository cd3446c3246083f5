import { Keys } from '../../ui/Keys/Keys.tsx'
import { actionIds, actionOf } from '../actions.ts'
import classes from './KeyTable.module.css'

const groups = ['Conversations', 'Reply', 'Go to', 'Window'] as const

/** The registry of actions as a table, group by group. */
export function KeyTable() {
  return (
    <div className={classes.root}>
      {groups.map((group) => (
        <section key={group} className={classes.group}>
          <h3 className={classes.title}>{group}</h3>
          <dl className={classes.list}>
            {actionIds
              .filter((id) => actionOf(id).group === group)
              .map((id) => (
                <div key={id} className={classes.row}>
                  <dt>{actionOf(id).title}</dt>
                  <dd>
                    {actionOf(id).keys.map((keys) => (
                      <Keys key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
