import type { WorldUser } from '../world/types.ts'
import type { Context } from './context.ts'
import { notFound } from './problems.ts'
import { badPattern, readFields, refuseUnknown } from './query.ts'
import type { Reply } from './reply.ts'
import { json } from './reply.ts'
import { userShape } from './shapes.ts'

const USER_PARAMETERS = ['user.fields', 'expansions', 'post.fields', 'tweet.fields']

/** GET /2/users/me */
export function getMe(context: Context): Reply {
  return one(context, context.world.user(context.userId), 'id', context.userId)
}

/** GET /2/users?ids=: at most 100; unknown ones are `errors[]` beside the known ones. */
export function getUsers(context: Context): Reply {
  const { query, dialect, world } = context
  refuseUnknown(query, ['ids', ...USER_PARAMETERS], dialect)
  const fields = readFields(query, dialect)
  const raw = query.get('ids') ?? ''
  const ids = raw.split(',')
  if (ids.length > 100 || ids.some((id) => !/^[0-9]{1,19}$/.test(id))) {
    throw badPattern(dialect, 'ids', raw.slice(0, 200), '[0-9]{1,19}(,[0-9]{1,19}){0,99}')
  }
  const found: unknown[] = []
  const errors: unknown[] = []
  for (const id of new Set(ids)) {
    const user = world.user(id)
    if (user === undefined || user.hidden) {
      errors.push(notFound(dialect.spelling, 'user', 'ids', id))
      continue
    }
    world.ledger.read('user', id)
    found.push(userShape(context, user, fields.user))
  }
  return json(200, { ...(found.length > 0 ? { data: found } : {}), ...(errors.length > 0 ? { errors } : {}) })
}

/** GET /2/users/:id */
export function getUser(context: Context): Reply {
  const id = context.params[0] ?? ''
  if (!/^[0-9]{1,19}$/.test(id)) throw badPattern(context.dialect, 'id', id, '[0-9]{1,19}')
  return one(context, context.world.user(id), 'id', id)
}

/** GET /2/users/by/username/:username */
export function getUserByUsername(context: Context): Reply {
  const name = context.params[0] ?? ''
  if (!/^[A-Za-z0-9_]{1,15}$/.test(name)) throw badPattern(context.dialect, 'username', name, '[A-Za-z0-9_]{1,15}')
  return one(context, context.world.userByUsername(name), 'username', name)
}

function one(context: Context, user: WorldUser | undefined, parameter: string, value: string): Reply {
  const { query, dialect, world } = context
  refuseUnknown(query, USER_PARAMETERS, dialect)
  const fields = readFields(query, dialect)
  if (user === undefined || user.hidden)
    return json(200, { errors: [notFound(dialect.spelling, 'user', parameter, value)] })
  world.ledger.read('user', user.id)
  return json(200, { data: userShape(context, user, fields.user) })
}
