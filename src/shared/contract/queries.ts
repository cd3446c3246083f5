import { z } from 'zod'
import { MOST_CONVERSATIONS, queueIds } from '../domain/conversation.ts'
import { draftModes } from '../domain/draft.ts'
import { ConversationKey, XId } from '../domain/ids.ts'
import { screeningLists } from '../domain/screening.ts'
import { ReportInput } from './report-input.ts'
import type * as attention from './attention-rows.ts'
import type * as budget from './budget-rows.ts'
import { FeedbackFilter } from './feedback-commands.ts'
import type * as feedback from './feedback-rows.ts'
import type * as library from './library-rows.ts'
import type * as performance from './performance-rows.ts'
import { promoCodeStates } from './promo-rows.ts'
import type * as promo from './promo-rows.ts'
import type * as customer from './customer-rows.ts'
import type * as rows from './rows.ts'
import type * as report from './report-rows.ts'
import type * as screening from './screening-rows.ts'
import type * as search from './search-rows.ts'
import type * as triage from './triage-rows.ts'
import type * as sendCheck from './send-check-rows.ts'
import type * as survey from './survey-rows.ts'

const none = z.object({}).strict()
const limit = z.number().int().min(1).max(20_000)
const searchText = z.string().max(1_000)
const hits = z.number().int().min(1).max(500)

/** Which part of a thread: the newest messages, or those around one of them. */
export const ThreadWindow = z.discriminatedUnion('at', [
  z.object({ at: z.literal('newest'), older: limit }),
  z.object({ at: z.literal('message'), id: z.string().min(1).max(100), older: limit, newer: limit })
])
export type ThreadWindow = z.infer<typeof ThreadWindow>

/** Name → shape of the parameters: the only list of what can be asked. */
export const queries = {
  'accounts.list': none,
  'attention.notice': none,
  'attention.plan': none,
  'accounts.sign-in': none,
  'inbox.list': z.object({ queue: z.enum(queueIds), account: XId.nullable(), limit }).strict(),
  /** Which conversations a queue holds, in its order; for a choice of all of them. */
  'inbox.keys': z.object({ queue: z.enum(queueIds), account: XId.nullable() }).strict(),
  /** Of these, those that lack what the lead wants before they are resolved. */
  'inbox.lacking': z.object({ conversations: z.array(ConversationKey).min(1).max(MOST_CONVERSATIONS) }).strict(),
  'categories.suggestion': z.object({ conversation: ConversationKey }).strict(),
  'followUps.list': z.object({ conversation: ConversationKey }).strict(),
  /** Takes its time: it is asked for, never subscribed to. */
  'reports.report': ReportInput,
  'tags.list': none,
  'tags.usage': none,
  'team.list': none,
  'sla.plan': none,
  'sla.breaches': z.object({ limit: z.number().int().min(1).max(500) }).strict(),
  'screening.rules': none,
  'screening.people': z.object({ list: z.enum(screeningLists), limit }).strict(),
  'inbox.counts': z.object({ account: XId.nullable() }).strict(),
  'thread.head': z.object({ conversation: ConversationKey }).strict(),
  'thread.messages': z.object({ conversation: ConversationKey, window: ThreadWindow }).strict(),
  'thread.attachment': z.object({ conversation: ConversationKey }).strict(),
  'thread.draft': z.object({ conversation: ConversationKey, mode: z.enum(draftModes) }).strict(),
  'thread.draftHistory': z.object({ conversation: ConversationKey, mode: z.enum(draftModes) }).strict(),
  'customers.card': z.object({ conversation: ConversationKey }).strict(),
  /** People that are known here, by name or handle; the newest contacts when there is no text. */
  'customers.find': z
    .object({ account: XId, text: z.string().max(300), limit: z.number().int().min(1).max(100) })
    .strict(),
  'customers.profile': z.object({ account: XId, user: XId }).strict(),
  'customers.notes': z.object({ user: XId }).strict(),
  /** Tags of the conversations with a customer, on all accounts. */
  'customers.tags': z.object({ user: XId }).strict(),
  /** What is promised to a customer, in whichever conversation. */
  'customers.followUps': z.object({ user: XId }).strict(),
  'customers.responses': z.object({ user: XId }).strict(),
  'attributes.list': none,
  'attributes.usage': none,
  'attributes.of': z.object({ user: XId }).strict(),
  'requests.list': none,
  'sendCheck.rules': none,
  'sendCheck.words': none,
  'sendCheck.context': z.object({ conversation: ConversationKey }).strict(),
  'outbox.list': z.object({ open: z.boolean() }).strict(),
  'outbox.forecast': none,
  'sync.status': none,
  'activity.typing': none,
  'activity.seen': z.object({ conversation: ConversationKey }).strict(),
  'activity.encryptedChats': none,
  'sync.backfill': none,
  'costs.kinds': none,
  'costs.ceiling': none,
  /** In the language of domain/search, newest first. What is wrong in the text is left out. */
  'search.messages': z.object({ text: searchText, limit: hits }).strict(),
  /** The same within one conversation. */
  'search.inConversation': z.object({ text: searchText, conversation: ConversationKey, limit: hits }).strict(),
  /** The same as a list of conversations. Refused when anything is wrong in the text. */
  'search.conversations': z.object({ text: searchText, account: XId.nullable(), limit }).strict(),
  /** Which conversations a search finds, MOST_CONVERSATIONS at most; for a choice of all of them. */
  'search.keys': z.object({ text: searchText, account: XId.nullable() }).strict(),
  'views.list': none,
  'views.counts': z.object({ account: XId.nullable() }).strict(),
  'views.conversations': z.object({ view: z.string().min(1).max(100), account: XId.nullable(), limit }).strict(),
  /** The same of a saved view. */
  'views.keys': z.object({ view: z.string().min(1).max(100), account: XId.nullable() }).strict(),
  /** What is wrong in a search, the names in it included. */
  'search.problems': z.object({ text: searchText }).strict(),
  'search.customers': z.object({ text: searchText, limit: z.number().int().min(1).max(100) }).strict(),
  'library.list': none,
  'library.reply': z.object({ reply: z.string().min(1).max(100) }).strict(),
  'library.versions': z.object({ reply: z.string().min(1).max(100), limit: hits }).strict(),
  /** Approved fragments. */
  'library.outcome': z.object({ reply: z.string().min(1).max(100) }).strict(),
  'library.fixes': none,
  'library.figures': none,
  'library.findings': none,
  'library.links': none,
  'library.fragments': none,
  /** Replies for a text typed after `/`, best first; the most likely ones for an empty text. */
  'library.find': z.object({ conversation: ConversationKey.nullable(), text: searchText, limit: hits }).strict(),
  /** At most three replies for the customer who waits; none where nothing is telling. */
  'library.suggestions': z.object({ conversation: ConversationKey }).strict(),
  /** The quick keys of who sits at this desk, by key. */
  'library.quickKeys': none,
  /** What they insert in a conversation: those that can be inserted now. */
  'library.quickReplies': z.object({ conversation: ConversationKey }).strict(),
  'library.suggestionUse': none,
  'library.context': z.object({ conversation: ConversationKey.nullable() }).strict(),
  /** What a canned reply takes along, by its hash; none when it is not here. */
  'promos.list': none,
  'promos.notices': none,
  /** What can be given to a customer, and why not. */
  'promos.choices': z.object({ conversation: ConversationKey }).strict(),
  /** The codes of a conversation; with those that its customer got in others. */
  'promos.held': z.object({ conversation: ConversationKey }).strict(),
  /** Of these words of a text, folded, those that are codes which do not belong there. */
  'promos.inText': z
    .object({ conversation: ConversationKey, words: z.array(z.string().min(1).max(110)).max(2_000) })
    .strict(),
  /** Newest first; `text`: how a code begins. */
  'promos.codes': z
    .object({
      campaign: z.string().min(1).max(100),
      state: z.enum(promoCodeStates).nullable(),
      text: z.string().max(200),
      limit: hits
    })
    .strict(),
  /** From and to when codes were given, ms since 1970. */
  'promos.watch': z.object({ from: z.number().int(), to: z.number().int() }).strict(),
  'library.file': z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/u) }).strict(),
  'feedback.ofConversation': z.object({ conversation: ConversationKey }).strict(),
  /** In whichever conversation with a customer, the newest first. */
  'feedback.ofCustomer': z.object({ user: XId, limit: hits }).strict(),
  'feedback.themes': none,
  'feedback.products': none,
  /** Themes that the team gave to words like these. `text`: the words, or the message. */
  'feedback.suggestions': z.object({ text: z.string().max(10_000) }).strict(),
  'feedback.board': z.object({ filter: FeedbackFilter }).strict(),
  'feedback.total': z.object({ filter: FeedbackFilter }).strict(),
  'feedback.quotes': z
    .object({ filter: FeedbackFilter, theme: z.string().min(1).max(100).nullable(), limit: hits })
    .strict(),
  'feedback.themeChanges': z.object({ theme: z.string().min(1).max(100) }).strict(),
  'surveys.list': none,
  /** What this agent can send there. */
  'surveys.choices': z.object({ conversation: ConversationKey }).strict(),
  /** Whom to ask, of those that were resolved just now. */
  'surveys.offers': none,
  'surveys.inThread': z.object({ conversation: ConversationKey }).strict(),
  'surveys.ofCustomer': z.object({ user: XId }).strict(),
  'media.usage': none,
  'attachments.consent': none,
  'settings.list': none,
  'jobs.list': none,
  'undo.next': none,
  'undo.list': none,
  'doctor.checks': none,
  'performance.core': none
} as const satisfies Record<string, z.ZodType>

export type QueryName = keyof typeof queries
export type QueryParams<N extends QueryName> = z.infer<(typeof queries)[N]>

/** Name → type of a row. */
export interface QueryRows {
  'reports.report': report.ReportRow
  'accounts.list': rows.AccountRow
  'attention.notice': attention.NoticeRow
  'attention.plan': attention.NoticePlanRow
  'accounts.sign-in': rows.SignInRow
  'inbox.list': rows.InboxRow
  'inbox.keys': triage.KeyRow
  'inbox.lacking': triage.LackingRow
  'categories.suggestion': triage.SuggestionRow
  'followUps.list': triage.FollowUpRow
  'tags.list': triage.TagRow
  'tags.usage': triage.TagUsageRow
  'team.list': triage.MemberRow
  'sla.plan': triage.SlaPlanRow
  'sla.breaches': triage.BreachRow
  'screening.rules': screening.ScreeningRow
  'screening.people': screening.ScreeningPersonRow
  'inbox.counts': rows.QueueRow
  'thread.head': rows.ThreadHeadRow
  'thread.messages': rows.ThreadRow
  'thread.attachment': rows.AttachmentRow
  'thread.draft': rows.DraftRow
  'thread.draftHistory': rows.DraftVersionRow
  'customers.card': rows.CustomerRow
  'customers.find': rows.KnownPerson
  'customers.profile': rows.ProfileRow
  'customers.notes': customer.CustomerNoteRow
  'customers.tags': customer.CustomerTagRow
  'customers.followUps': customer.CustomerFollowUpRow
  'customers.responses': customer.ResponseTimesRow
  'attributes.list': customer.AttributeRow
  'attributes.usage': customer.AttributeUsageRow
  'attributes.of': customer.CustomerAttributeRow
  'requests.list': rows.RequestRow
  'sendCheck.rules': sendCheck.SendCheckRuleRow
  'sendCheck.words': sendCheck.VoiceWordRow
  'sendCheck.context': sendCheck.CheckContextRow
  'outbox.list': rows.OutboxRow
  'outbox.forecast': budget.ForecastRow
  'sync.status': rows.SyncRow
  'activity.typing': rows.TypingRow
  'activity.seen': rows.SeenRow
  'activity.encryptedChats': rows.EncryptedChatRow
  'sync.backfill': budget.BackfillRow
  'costs.kinds': budget.CostRow
  'costs.ceiling': budget.CeilingRow
  'search.messages': rows.MessageHit
  'search.inConversation': rows.MessageHit
  'search.conversations': rows.InboxRow
  'search.keys': triage.KeyRow
  'views.list': search.ViewRow
  'views.counts': search.ViewCountRow
  'views.conversations': rows.InboxRow
  'views.keys': triage.KeyRow
  'search.problems': search.SearchProblemRow
  'search.customers': rows.CustomerHit
  'library.list': library.CannedReplyRow
  'library.reply': library.CannedReplyDetailRow
  'library.versions': library.VersionRow
  'library.outcome': library.ReplyOutcomeRow
  'library.fixes': library.CannedFixRow
  'library.figures': library.ReplyFiguresRow
  'library.findings': library.LibraryFindingRow
  'library.links': library.LinkReportRow
  'library.fragments': library.FragmentRow
  'library.find': library.ReplyChoiceRow
  'library.suggestions': library.ReplyChoiceRow
  'library.quickKeys': library.QuickKeyRow
  'library.quickReplies': library.QuickReplyRow
  'library.suggestionUse': library.SuggestionUseRow
  'library.context': library.TemplateContextRow
  'library.file': library.ReplyFileRow
  'promos.list': promo.PromoCampaignRow
  'promos.notices': promo.PromoNoticeRow
  'promos.choices': promo.PromoChoiceRow
  'promos.held': promo.PromoHeldRow
  'promos.inText': promo.PromoInTextRow
  'promos.codes': promo.PromoCodeRow
  'promos.watch': promo.PromoWatchRow
  'feedback.ofConversation': feedback.FeedbackRow
  'feedback.ofCustomer': feedback.FeedbackQuoteRow
  'feedback.themes': feedback.ThemeRow
  'feedback.products': feedback.ProductRow
  'feedback.suggestions': feedback.ThemeSuggestionRow
  'feedback.board': feedback.BoardRow
  'feedback.total': feedback.BoardTotalRow
  'feedback.quotes': feedback.FeedbackQuoteRow
  'feedback.themeChanges': feedback.ThemeChangeRow
  'surveys.list': survey.SurveyRow
  'surveys.choices': survey.SurveyChoiceRow
  'surveys.offers': survey.SurveyOfferRow
  'surveys.inThread': survey.AskedSurveyRow
  'surveys.ofCustomer': survey.CustomerSurveysRow
  'media.usage': rows.MediaUsageRow
  'attachments.consent': rows.ConsentRow
  'settings.list': rows.SettingRow
  'jobs.list': rows.JobRow
  'undo.next': rows.UndoRow
  'undo.list': triage.UndoEntryRow
  'doctor.checks': rows.CheckRow
  'performance.core': performance.TimeRow
}
