import { type Message, msg } from '../../../shared/i18n/message.ts'
import { t } from '../i18n/t.ts'

export interface ActionDefinition {
  /** What it does, in the words of tooltips, menus and the help overlay: `actionTitle` shows it. */
  readonly title: Message
  /**
   * The keys it has until somebody chooses others, in the notation of press.ts; the first is the one shown. What holds now
   * comes from `useKeys`. Those with `Control` are for a Mac, where Option writes characters and the system takes some with
   * the command key; those with `Alt` alone that are wanted while typing are for all others.
   */
  readonly keys: readonly string[]
  readonly group:
    | 'Conversations'
    | 'Selection'
    | 'Reply'
    | 'Messages'
    | 'Library'
    | 'Reports'
    | 'Feedback'
    | 'Promo codes'
    | 'Go to'
    | 'Window'
  /** True for what may also fire while a text field has the focus. */
  readonly whileTyping?: boolean
  /** The one view it belongs to; absent: all. Actions of different views may share a key. */
  readonly view?: 'inbox' | 'outbox' | 'settings' | 'library' | 'reports' | 'feedback' | 'promos'
}

/** Everything that can be done. The only list: keys, tooltips, the help overlay and the command palette are made from it. */
const actions = {
  'go.inbox': { title: msg('Inbox'), keys: ['g i'], group: 'Go to' },
  'go.mine': { title: msg('Mine'), keys: ['g m'], group: 'Go to' },
  'go.at-risk': { title: msg('At risk'), keys: ['g k'], group: 'Go to' },
  'go.unassigned': { title: msg('Unassigned'), keys: ['g d'], group: 'Go to' },
  'go.unread': { title: msg('Unread'), keys: ['g u'], group: 'Go to' },
  'go.waiting': { title: msg('Waiting on us'), keys: ['g w'], group: 'Go to' },
  'go.answered': { title: msg('Waiting on them'), keys: ['g t'], group: 'Go to' },
  'go.snoozed': { title: msg('Snoozed'), keys: ['g h'], group: 'Go to' },
  'go.follow-ups': { title: msg('Follow-ups due'), keys: ['g f'], group: 'Go to' },
  'go.mentions': { title: msg('Mentions'), keys: ['g v'], group: 'Go to' },
  'go.requests': { title: msg('Requests'), keys: ['g q'], group: 'Go to' },
  'go.spam': { title: msg('Spam'), keys: ['g x'], group: 'Go to' },
  'go.resolved': { title: msg('Resolved'), keys: ['g r'], group: 'Go to' },
  'go.all': { title: msg('All conversations'), keys: ['g a'], group: 'Go to' },
  'go.view1': { title: msg('Saved view 1'), keys: ['g 1'], group: 'Go to' },
  'go.view2': { title: msg('Saved view 2'), keys: ['g 2'], group: 'Go to' },
  'go.view3': { title: msg('Saved view 3'), keys: ['g 3'], group: 'Go to' },
  'go.view4': { title: msg('Saved view 4'), keys: ['g 4'], group: 'Go to' },
  'go.view5': { title: msg('Saved view 5'), keys: ['g 5'], group: 'Go to' },
  'go.view6': { title: msg('Saved view 6'), keys: ['g 6'], group: 'Go to' },
  'go.view7': { title: msg('Saved view 7'), keys: ['g 7'], group: 'Go to' },
  'go.view8': { title: msg('Saved view 8'), keys: ['g 8'], group: 'Go to' },
  'go.view9': { title: msg('Saved view 9'), keys: ['g 9'], group: 'Go to' },
  'go.outbox': { title: msg('Outbox'), keys: ['g o'], group: 'Go to' },
  'go.library': { title: msg('Library'), keys: ['g /'], group: 'Go to' },
  'go.reports': { title: msg('Reports'), keys: ['g Shift+r'], group: 'Go to' },
  'go.feedback': { title: msg('Feedback'), keys: ['g Shift+f'], group: 'Go to' },
  'go.promos': { title: msg('Promo codes'), keys: ['g Shift+p'], group: 'Go to' },
  'go.placeholders': { title: msg('Guide to placeholders'), keys: ['g g'], group: 'Go to' },
  'go.costs': { title: msg('Limits and costs'), keys: ['g c'], group: 'Go to' },
  'go.answer-times': { title: msg('Answer times'), keys: ['g l'], group: 'Go to' },
  'go.notifications': { title: msg('Notification rules'), keys: ['g e'], group: 'Go to' },
  'go.older': { title: msg('Older messages'), keys: ['g b'], group: 'Go to' },
  'go.settings': { title: msg('Settings'), keys: ['g s', '$mod+,'], group: 'Go to', whileTyping: true },
  'go.performance': { title: msg('Performance'), keys: ['g p'], group: 'Go to' },
  'go.account': { title: msg('Next account'), keys: ['g n'], group: 'Go to' },
  'conversation.next': { title: msg('Next conversation'), keys: ['j', 'ArrowDown'], group: 'Conversations' },
  'conversation.previous': { title: msg('Previous conversation'), keys: ['k', 'ArrowUp'], group: 'Conversations' },
  'conversation.first': { title: msg('First conversation'), keys: ['Home'], group: 'Conversations' },
  'conversation.last': { title: msg('Last conversation'), keys: ['End'], group: 'Conversations' },
  'conversation.pageDown': { title: msg('Ten conversations on'), keys: ['PageDown'], group: 'Conversations' },
  'conversation.pageUp': { title: msg('Ten conversations back'), keys: ['PageUp'], group: 'Conversations' },
  'conversation.open': { title: msg('Open and read'), keys: ['Enter', 'o'], group: 'Conversations' },
  'conversation.resolve': { title: msg('Resolve, or reopen'), keys: ['e'], group: 'Conversations', view: 'inbox' },
  'conversation.snooze': { title: msg('Snooze'), keys: ['h'], group: 'Conversations' },
  'conversation.assign': { title: msg('Assign'), keys: ['a'], group: 'Conversations', view: 'inbox' },
  'conversation.assignToMe': { title: msg('Assign to me'), keys: ['i'], group: 'Conversations' },
  'conversation.tag': { title: msg('Tag'), keys: ['t'], group: 'Conversations', view: 'inbox' },
  'conversation.priority': { title: msg('Priority'), keys: ['p'], group: 'Conversations', view: 'inbox' },
  'conversation.category': { title: msg('Category'), keys: ['y'], group: 'Conversations', view: 'inbox' },
  'conversation.acceptCategory': {
    title: msg('Take the suggested category'),
    keys: ['s'],
    group: 'Conversations',
    view: 'inbox'
  },
  'conversation.followUp': { title: msg('Promise a follow-up'), keys: ['f'], group: 'Conversations', view: 'inbox' },
  'conversation.followUpDone': { title: msg('The next follow-up is done'), keys: ['Shift+f'], group: 'Conversations' },
  'selection.toggle': { title: msg('Select'), keys: ['x'], group: 'Selection' },
  'selection.down': { title: msg('Select on to the next'), keys: ['Shift+ArrowDown', 'Shift+j'], group: 'Selection' },
  'selection.up': { title: msg('Select on to the previous'), keys: ['Shift+ArrowUp', 'Shift+k'], group: 'Selection' },
  'selection.all': { title: msg('Select the whole queue'), keys: ['$mod+a'], group: 'Selection' },
  'conversation.unread': { title: msg('Mark unread'), keys: ['u'], group: 'Conversations', view: 'inbox' },
  'conversation.block': {
    title: msg('Block the customer’s messages, or unblock'),
    keys: ['b'],
    group: 'Conversations'
  },
  'conversation.spam': { title: msg('Mark as spam, or not'), keys: ['!'], group: 'Conversations' },
  'request.accept': { title: msg('Accept the request'), keys: ['Shift+y'], group: 'Conversations' },
  'request.remember': {
    title: msg('Accept the request, and always this customer'),
    keys: ['Shift+a'],
    group: 'Conversations'
  },
  'request.decline': { title: msg('Decline the request'), keys: ['Shift+n'], group: 'Conversations', view: 'inbox' },
  'request.block': {
    title: msg('Decline the request and block the customer'),
    keys: ['Shift+b'],
    group: 'Conversations'
  },
  'customer.focus': { title: msg('Go to the customer panel'), keys: ['v v'], group: 'Go to' },
  'customer.attributes': { title: msg('Change the customer’s attributes'), keys: ['v a'], group: 'Conversations' },
  'customer.note': { title: msg('Add a note about the customer'), keys: ['v n'], group: 'Conversations' },
  'customer.promises': {
    title: msg('Go to what is promised to the customer'),
    keys: ['v f'],
    group: 'Conversations'
  },
  'customer.tags': { title: msg('Go to the customer’s tags'), keys: ['v t'], group: 'Conversations' },
  'customer.merge': {
    title: msg('Merge the customer with another X account'),
    keys: ['v m'],
    group: 'Conversations'
  },
  'conversation.new': { title: msg('New message'), keys: ['w'], group: 'Conversations' },
  'conversation.list': { title: msg('Back to the list'), keys: ['Escape'], group: 'Conversations', whileTyping: true },
  'chat.open': { title: msg('Open encrypted chat on X'), keys: ['Shift+o'], group: 'Conversations' },
  'chat.dismiss': { title: msg('Dismiss encrypted chat'), keys: ['Shift+x'], group: 'Conversations' },
  'reply.write': { title: msg('Write a reply'), keys: ['r'], group: 'Reply' },
  'reply.attach': {
    title: msg('Attach a file'),
    keys: ['$mod+Shift+a'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'reply.detach': {
    title: msg('Remove the attachment'),
    keys: ['$mod+Shift+Backspace'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'reply.send': { title: msg('Send'), keys: ['$mod+Enter'], group: 'Reply', whileTyping: true, view: 'inbox' },
  'reply.sendAndResolve': {
    title: msg('Send and resolve'),
    keys: ['$mod+Shift+Enter'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'reply.sendAndSnooze': {
    title: msg('Send and snooze'),
    keys: ['$mod+Shift+s'],
    group: 'Reply',
    whileTyping: true
  },
  'reply.sendLater': { title: msg('Send later'), keys: ['$mod+Alt+Enter'], group: 'Reply', whileTyping: true },
  'check.next': { title: msg('Next finding of the send check'), keys: ['$mod+.'], group: 'Reply', whileTyping: true },
  'check.fix': {
    title: msg('Apply the suggested change'),
    keys: ['$mod+Shift+f'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'check.ignore': { title: msg('Ignore this finding'), keys: ['$mod+Shift+x'], group: 'Reply', whileTyping: true },
  'outbox.send': { title: msg('Send the waiting reply now, or anyway'), keys: ['Shift+s'], group: 'Reply' },
  'outbox.edit': { title: msg('Edit the waiting reply'), keys: ['Shift+e'], group: 'Reply' },
  'outbox.discard': { title: msg('Discard the waiting reply'), keys: ['Shift+d'], group: 'Reply' },
  'outbox.reschedule': { title: msg('Change when it leaves'), keys: ['Shift+t'], group: 'Reply' },
  'canned.insert': {
    title: msg('Insert canned reply…'),
    keys: ['$mod+/'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'promo.insert': { title: msg('Insert promo code…'), keys: ['%'], group: 'Reply', view: 'inbox' },
  'survey.send': {
    title: msg('Send a survey…'),
    keys: ['Shift+r', '$mod+Shift+l'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'survey.decide': {
    title: msg('Say what the answer to the survey means'),
    keys: ['Shift+l'],
    group: 'Reply',
    view: 'inbox'
  },
  'survey.sendOffered': {
    title: msg('Send the survey that is offered'),
    keys: ['.'],
    group: 'Reply',
    view: 'inbox'
  },
  'suggestion.first': {
    title: msg('Insert the first suggested reply'),
    keys: ['Alt+1', '$mod+Alt+1'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'suggestion.second': {
    title: msg('Insert the second suggested reply'),
    keys: ['Alt+2', '$mod+Alt+2'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'suggestion.third': {
    title: msg('Insert the third suggested reply'),
    keys: ['Alt+3', '$mod+Alt+3'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'quick.reply1': {
    title: msg('Insert quick reply 1'),
    keys: ['Alt+Shift+1', 'Control+Shift+1'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'quick.reply2': {
    title: msg('Insert quick reply 2'),
    keys: ['Alt+Shift+2', 'Control+Shift+2'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'quick.reply3': {
    title: msg('Insert quick reply 3'),
    keys: ['Alt+Shift+3', 'Control+Shift+3'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'quick.reply4': {
    title: msg('Insert quick reply 4'),
    keys: ['Alt+Shift+4', 'Control+Shift+4'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'quick.reply5': {
    title: msg('Insert quick reply 5'),
    keys: ['Alt+Shift+5', 'Control+Shift+5'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'quick.reply6': {
    title: msg('Insert quick reply 6'),
    keys: ['Alt+Shift+6', 'Control+Shift+6'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'quick.reply7': {
    title: msg('Insert quick reply 7'),
    keys: ['Alt+Shift+7', 'Control+Shift+7'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'quick.reply8': {
    title: msg('Insert quick reply 8'),
    keys: ['Alt+Shift+8', 'Control+Shift+8'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'quick.reply9': {
    title: msg('Insert quick reply 9'),
    keys: ['Alt+Shift+9', 'Control+Shift+9'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'note.write': { title: msg('Write an internal note'), keys: ['n'], group: 'Reply', view: 'inbox' },
  'composer.mode': {
    title: msg('Switch between reply and note'),
    keys: ['$mod+i'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'composer.emoji': { title: msg('Insert an emoji'), keys: ['$mod+Shift+m'], group: 'Reply', whileTyping: true },
  'composer.history': {
    title: msg('Earlier versions'),
    keys: ['$mod+Shift+h'],
    group: 'Reply',
    whileTyping: true,
    view: 'inbox'
  },
  'message.choose': { title: msg('Choose a message, then ↑ and ↓'), keys: ['m'], group: 'Messages', view: 'inbox' },
  'message.copy': { title: msg('Copy the chosen message'), keys: ['c'], group: 'Messages' },
  'message.feedback': { title: msg('Tag feedback'), keys: ['l'], group: 'Messages', view: 'inbox' },
  'message.delete': {
    title: msg('Delete the chosen message'),
    keys: ['Delete', 'Backspace'],
    group: 'Messages',
    view: 'inbox'
  },
  'promo.new': { title: msg('New campaign'), keys: ['n'], group: 'Promo codes', view: 'promos' },
  'promo.edit': { title: msg('Edit the campaign'), keys: ['e'], group: 'Promo codes', view: 'promos' },
  'promo.import': { title: msg('Import codes'), keys: ['p'], group: 'Promo codes', view: 'promos' },
  'promo.redemptions': { title: msg('Import redemptions'), keys: ['t'], group: 'Promo codes', view: 'promos' },
  'promo.watch': { title: msg('What came of the codes'), keys: ['u'], group: 'Promo codes', view: 'promos' },
  'library.new': { title: msg('New canned reply'), keys: ['n'], group: 'Library', view: 'library' },
  'library.newFragment': { title: msg('New fragment'), keys: ['Shift+n'], group: 'Library', view: 'library' },
  'library.duplicate': { title: msg('Duplicate'), keys: ['d'], group: 'Library', view: 'library' },
  'library.filter': { title: msg('Filter the library'), keys: ['f'], group: 'Library', view: 'library' },
  'library.sort': { title: msg('Sort the library'), keys: ['Shift+l'], group: 'Library', view: 'library' },
  'library.import': { title: msg('Import canned replies'), keys: ['Shift+i'], group: 'Library' },
  'library.export': { title: msg('Export canned replies'), keys: ['Shift+w'], group: 'Library' },
  'library.links': { title: msg('Check links'), keys: ['Shift+h'], group: 'Library' },
  'library.addStarter': {
    title: msg('Add the starter replies'),
    keys: ['Shift+p'],
    group: 'Library',
    view: 'library'
  },
  'library.move': { title: msg('Move to a folder'), keys: ['m'], group: 'Library', view: 'library' },
  'library.tag': { title: msg('Tag replies'), keys: ['t'], group: 'Library', view: 'library' },
  'library.scope': { title: msg('Who may use it'), keys: ['p'], group: 'Library', view: 'library' },
  'library.quickKey': { title: msg('Give it a quick key'), keys: ['Shift+q'], group: 'Library', view: 'library' },
  'library.submit': { title: msg('Submit for review'), keys: ['s'], group: 'Library', view: 'library' },
  'library.approve': { title: msg('Approve'), keys: ['a'], group: 'Library', view: 'library' },
  'library.sendBack': { title: msg('Send back'), keys: ['Shift+r'], group: 'Library', view: 'library' },
  'library.retire': { title: msg('Retire, or bring back'), keys: ['e'], group: 'Library', view: 'library' },
  'library.delete': { title: msg('Delete'), keys: ['Delete', 'Backspace'], group: 'Library', view: 'library' },
  'library.discardDraft': {
    title: msg('Discard the draft'),
    keys: ['Shift+Delete', 'Shift+Backspace'],
    group: 'Library',
    view: 'library'
  },
  'library.versions': {
    title: msg('Versions'),
    keys: ['$mod+Shift+h'],
    group: 'Library',
    whileTyping: true,
    view: 'library'
  },
  'library.meant': { title: msg('What was found is meant so'), keys: ['Shift+m'], group: 'Library', view: 'library' },
  'library.keepOne': {
    title: msg('Keep this one of those that say the same'),
    keys: ['Shift+g'],
    group: 'Library',
    view: 'library'
  },
  'library.outcome': { title: msg('What became of it'), keys: ['u'], group: 'Library', view: 'library' },
  'library.fixes': { title: msg('What agents keep changing'), keys: ['Shift+u'], group: 'Library', view: 'library' },
  'library.save': { title: msg('Save'), keys: ['$mod+s'], group: 'Library', whileTyping: true, view: 'library' },
  'library.saveAndApprove': {
    title: msg('Save and approve'),
    keys: ['$mod+Enter'],
    group: 'Library',
    whileTyping: true,
    view: 'library'
  },
  'library.saveAndSubmit': {
    title: msg('Save and submit for review'),
    keys: ['$mod+Shift+Enter'],
    group: 'Library',
    whileTyping: true,
    view: 'library'
  },
  'library.placeholder': {
    title: msg('Insert a placeholder'),
    keys: ['$mod+i'],
    group: 'Library',
    whileTyping: true,
    view: 'library'
  },
  'library.attach': {
    title: msg('Attach a file'),
    keys: ['$mod+Shift+a'],
    group: 'Library',
    whileTyping: true,
    view: 'library'
  },
  'library.detach': {
    title: msg('Remove the attachment'),
    keys: ['$mod+Shift+Backspace'],
    group: 'Library',
    whileTyping: true,
    view: 'library'
  },
  'library.fix': {
    title: msg('Mend the first mistake'),
    keys: ['$mod+Shift+f'],
    group: 'Library',
    whileTyping: true,
    view: 'library'
  },
  'reports.range': { title: msg('Choose the days of the report'), keys: ['d'], group: 'Reports', view: 'reports' },
  'reports.earlier': { title: msg('The period before'), keys: [','], group: 'Reports', view: 'reports' },
  'reports.later': { title: msg('The period after'), keys: ['.'], group: 'Reports', view: 'reports' },
  'reports.compare': { title: msg('Compare with the period before'), keys: ['m'], group: 'Reports', view: 'reports' },
  'reports.hours': { title: msg('Round the clock, or business hours'), keys: ['u'], group: 'Reports', view: 'reports' },
  'reports.tables': { title: msg('Show the numbers of the charts'), keys: ['t'], group: 'Reports', view: 'reports' },
  'reports.again': { title: msg('Work the report out anew'), keys: ['n'], group: 'Reports', view: 'reports' },
  'reports.export': { title: msg('Export the report'), keys: ['e'], group: 'Reports', view: 'reports' },
  'feedback.time': { title: msg('Choose the time'), keys: ['d'], group: 'Feedback', view: 'feedback' },
  'feedback.category': { title: msg('Filter by category'), keys: ['y'], group: 'Feedback', view: 'feedback' },
  'feedback.tag': { title: msg('Filter by tag'), keys: ['t'], group: 'Feedback', view: 'feedback' },
  'feedback.product': { title: msg('Filter by product'), keys: ['p'], group: 'Feedback', view: 'feedback' },
  'feedback.sentiment': { title: msg('Filter by sentiment'), keys: ['s'], group: 'Feedback', view: 'feedback' },
  'feedback.clear': { title: msg('Clear all filters'), keys: ['u'], group: 'Feedback', view: 'feedback' },
  'feedback.rename': { title: msg('Rename the theme'), keys: ['n'], group: 'Feedback', view: 'feedback' },
  'feedback.merge': { title: msg('Merge the theme into another'), keys: ['m'], group: 'Feedback', view: 'feedback' },
  'feedback.retire': {
    title: msg('Retire the theme, or bring it back'),
    keys: ['a'],
    group: 'Feedback',
    view: 'feedback'
  },
  'feedback.history': {
    title: msg('What became of the theme'),
    keys: ['$mod+Shift+h'],
    group: 'Feedback',
    view: 'feedback'
  },
  'feedback.export': { title: msg('Export quotes'), keys: ['e'], group: 'Feedback', view: 'feedback' },
  'notifications.pauseHour': { title: msg('Pause notifications for 1 h'), keys: ['g z'], group: 'Window' },
  'notifications.pauseTomorrow': { title: msg('Pause notifications until tomorrow'), keys: ['g y'], group: 'Window' },
  'notifications.resume': { title: msg('End the pause of notifications'), keys: ['g 0'], group: 'Window' },
  'window.undo': { title: msg('Undo'), keys: ['z'], group: 'Window' },
  'window.undoHistory': { title: msg('Undo history'), keys: ['Shift+z'], group: 'Window' },
  'window.detach': { title: msg('Open in its own window'), keys: ['Shift+Enter'], group: 'Window' },
  'window.density': { title: msg('Compact or comfortable list'), keys: ['Shift+c'], group: 'Window', view: 'inbox' },
  'window.palette': { title: msg('Command palette'), keys: ['$mod+k'], group: 'Window', whileTyping: true },
  'window.search': { title: msg('Search'), keys: ['/', '$mod+f'], group: 'Window', whileTyping: true },
  'view.edit': { title: msg('Edit the saved view, or save the search'), keys: ['q'], group: 'Window' },
  'view.mend': { title: msg('Mend the saved view'), keys: ['Shift+v'], group: 'Window' },
  'window.queues': { title: msg('Show or hide queues'), keys: ['['], group: 'Window' },
  'window.customer': { title: msg('Show or hide the customer'), keys: [']'], group: 'Window' },
  'window.help': { title: msg('Keyboard help'), keys: ['?'], group: 'Window' }
} as const satisfies Record<string, ActionDefinition>

export type ActionId = keyof typeof actions

export const actionIds = Object.keys(actions) as ActionId[]

/** The groups, in the order in which they come. */
export const actionGroups = [...new Set(Object.values(actions).map((action) => action.group))]

export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(actions, id)
}

/** What an action is. Its keys are asked for with `useKeys`: the user may have chosen others. */
export function actionOf(id: ActionId): Omit<ActionDefinition, 'keys'> {
  return actions[id]
}

export function defaultKeysOf(id: ActionId): readonly string[] {
  return actions[id].keys
}

/** What an action does, in the language of this window. */
export function actionTitle(id: ActionId): string {
  return t(actions[id].title)
}

const groupTitles: Readonly<Record<ActionDefinition['group'], Message>> = {
  Conversations: msg('Conversations'),
  Selection: msg('Selection'),
  Reply: msg('Reply||noun'),
  Messages: msg('Messages'),
  Library: msg('Library'),
  Reports: msg('Reports'),
  Feedback: msg('Feedback'),
  'Promo codes': msg('Promo codes'),
  'Go to': msg('Go to'),
  Window: msg('Window')
}

/** The heading of a group of actions, in the language of this window. */
export function groupTitle(group: ActionDefinition['group']): string {
  return t(groupTitles[group])
}
