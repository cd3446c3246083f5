import { categories, priorities } from '../../../../shared/domain/conversation.ts'
import type { ImportedAction } from './imported-reply.ts'
import { asText, field, type JsonRecord, records } from './json-value.ts'
import { parseJson } from './parse-json.ts'

/** The actions in a cell of our own table, by the names of what they name. What is none of ours is left out. */
export function readOurActions(cell: string): ImportedAction[] {
  return records(parseJson(cell)).flatMap(actionOf)
}

function actionOf(action: JsonRecord): ImportedAction[] {
  const name = asText(field(action, 'name'))
  switch (field(action, 'kind')) {
    case 'tag':
      return name === null ? [] : [{ kind: 'tag', name }]
    case 'assign':
      return [{ kind: 'assign', name }]
    case 'resolve':
      return [{ kind: 'resolve' }]
    case 'category': {
      const category = categories.find((each) => each === field(action, 'category'))
      return category ? [{ kind: 'category', category }] : []
    }
    case 'priority': {
      const priority = priorities.find((each) => each === field(action, 'priority'))
      return priority ? [{ kind: 'priority', priority }] : []
    }
    case 'snooze': {
      const minutes = field(action, 'minutes')
      if (minutes === undefined) return [{ kind: 'snooze', minutes: null }]
      const fits = typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= 525_600
      return fits ? [{ kind: 'snooze', minutes }] : []
    }
    default:
      return []
  }
}
