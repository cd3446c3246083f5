export interface ActionDefinition {
  /** What it does, in the words of tooltips, menus and the help overlay. */
  readonly title: string
  /** Key sequences in tinykeys' notation; the first is the one shown. */
  readonly keys: readonly string[]
  readonly group: 'Conversations' | 'Reply' | 'Go to' | 'Window'
  /** True for what may also fire while a text field has the focus. */
  readonly whileTyping?: boolean
}

/**
 * Everything that has a key. The only list: shortcuts, tooltips and the help overlay are made from it. Sequences stand
 * before single keys, because a sequence that ends in `r` must win over `r`.
 */
export const actions = {
  'go.inbox': { title: 'Inbox', keys: ['g i'], group: 'Go to' },
  'go.unread': { title: 'Unread', keys: ['g u'], group: 'Go to' },
  'go.waiting': { title: 'Waiting on us', keys: ['g w'], group: 'Go to' },
  'go.answered': { title: 'Waiting on them', keys: ['g t'], group: 'Go to' },
  'go.resolved': { title: 'Resolved', keys: ['g r'], group: 'Go to' },
  'go.all': { title: 'All conversations', keys: ['g a'], group: 'Go to' },
  'go.outbox': { title: 'Outbox', keys: ['g o'], group: 'Go to' },
  'go.settings': { title: 'Settings', keys: ['g s', '$mod+,'], group: 'Go to', whileTyping: true },
  'conversation.next': { title: 'Next conversation', keys: ['j', 'ArrowDown'], group: 'Conversations' },
  'conversation.previous': { title: 'Previous conversation', keys: ['k', 'ArrowUp'], group: 'Conversations' },
  'conversation.first': { title: 'First conversation', keys: ['Home'], group: 'Conversations' },
  'conversation.last': { title: 'Last conversation', keys: ['End'], group: 'Conversations' },
  'conversation.open': { title: 'Open and read', keys: ['Enter', 'o'], group: 'Conversations' },
  'conversation.resolve': { title: 'Resolve, or reopen', keys: ['e'], group: 'Conversations' },
  'conversation.unread': { title: 'Mark unread', keys: ['u'], group: 'Conversations' },
  'conversation.list': { title: 'Back to the list', keys: ['Escape'], group: 'Conversations', whileTyping: true },
  'reply.write': { title: 'Write a reply', keys: ['r'], group: 'Reply' },
  'reply.send': { title: 'Send', keys: ['$mod+Enter'], group: 'Reply', whileTyping: true },
  'reply.sendAndResolve': { title: 'Send and resolve', keys: ['$mod+Shift+Enter'], group: 'Reply', whileTyping: true },
  'window.undo': { title: 'Undo', keys: ['z'], group: 'Window' },
  'window.search': {
    title: 'Search',
    keys: ['/', '$mod+k', '$mod+f'],
    group: 'Window',
    whileTyping: true
  },
  'window.queues': { title: 'Show or hide queues', keys: ['BracketLeft'], group: 'Window' },
  'window.customer': { title: 'Show or hide the customer', keys: ['BracketRight'], group: 'Window' },
  'window.help': { title: 'Keyboard help', keys: ['[Shift]+?'], group: 'Window' }
} as const satisfies Record<string, ActionDefinition>

export type ActionId = keyof typeof actions

export const actionIds = Object.keys(actions) as ActionId[]

export function actionOf(id: ActionId): ActionDefinition {
  return actions[id]
}
