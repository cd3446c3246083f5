import type { Context } from './context.ts'
import { invalidParameter, notFound, problem } from './problems.ts'
import { badPattern } from './query.ts'
import type { Reply } from './reply.ts'
import { json } from './reply.ts'

/** POST /2/users/:id/dm/block and /unblock: `id` is the other user. Repeating it changes nothing. */
export function setBlocked({ world, userId, dialect, params }: Context, blocked: boolean): Reply {
  const id = params[0] ?? ''
  if (!/^[0-9]{1,19}$/.test(id)) throw badPattern(dialect, 'id', id, '[0-9]{1,19}')
  const user = world.user(id)
  if (user === undefined || user.hidden) {
    return problem(404, { ...notFound(dialect.spelling, 'user', 'id', id), status: 404 })
  }
  if (id === userId) return invalidParameter(dialect.spelling, 'id', id, 'You cannot block yourself.')
  world.setBlocked(userId, id, blocked)
  world.ledger.action('privacy')
  return json(200, { data: { blocked } })
}
