import { z } from 'zod'
import { draftModes, MAX_DRAFT_LENGTH, MAX_NOTE_LENGTH } from '../domain/draft.ts'
import { attributeTypes, MAX_ATTRIBUTE_NAME, MAX_ATTRIBUTE_OPTIONS } from '../domain/attribute.ts'
import { categories, MOST_CONVERSATIONS, places, priorities } from '../domain/conversation.ts'
import { ConversationKey, XId } from '../domain/ids.ts'
import { NoticePlan } from '../domain/notice-plan.ts'
import { SlaPlan } from '../domain/sla.ts'
import { MAX_TEXT_LENGTH } from '../domain/message.ts'
import { audiences, keywordPlaces, MAX_KEYWORDS, MAX_PASTED_PEOPLE, screeningLists } from '../domain/screening.ts'
import { MAX_FOLLOW_UP } from '../domain/follow-up.ts'
import { MAX_TAG_GROUP, MAX_TAG_NAME, tagColours } from '../domain/tag.ts'
import { MAX_MEMBER_NAME } from '../domain/team.ts'
import { checkLevels, sendCheckRules } from '../domain/send-check/rule.ts'
import { MAX_VIEW_NAME, MAX_VIEWS, viewSlots } from '../domain/view.ts'
import { ReplyAction, useOrigins } from '../domain/library/canned-reply.ts'
import { ReportInput, reportFormats } from './report-input.ts'
import { feedbackCommands, type FeedbackCommandResults } from './feedback-commands.ts'
import { libraryCommands, type LibraryCommandResults } from './library-commands.ts'
import { promoCommands, type PromoCommandResults } from './promo-commands.ts'
import { surveyCommands, type SurveyCommandResults } from './survey-commands.ts'
import type { AccountRow } from './rows.ts'

const conversations = z.object({ conversations: z.array(ConversationKey).min(1).max(MOST_CONVERSATIONS) }).strict()
const person = z.object({ account: XId, user: XId }).strict()
const requestId = z.object({ requestId: z.string().min(1).max(100) }).strict()
const outboxId = z.object({ outboxId: z.string().min(1).max(100) }).strict()
const NEEDS_TEXT = 'A reply needs some text.'
const replyText = z.string().max(MAX_TEXT_LENGTH, `A reply may have at most ${MAX_TEXT_LENGTH} characters.`)
const text = replyText.refine((value) => value.trim().length > 0, NEEDS_TEXT)
/** Names one state of a draft. Whoever writes the draft draws it, so that saves need not wait for each other. */
const revision = z.string().min(1).max(100)
const mode = z.enum(draftModes)
const draftText = z.string().max(MAX_DRAFT_LENGTH)
const noteText = z
  .string()
  .max(MAX_NOTE_LENGTH, `A note may have at most ${MAX_NOTE_LENGTH} characters.`)
  .refine((value) => value.trim().length > 0, 'A note needs some text.')
/** When a reply is to leave, ms since 1970; null: as soon as it may. The core refuses the past and more than a year. */
const sendAt = z.number().int().nullable().default(null)
/** X's app-only token. */
const appBearer = z.string().trim().min(1).max(4_000)
const attachmentId = z.string().regex(/^[0-9a-f-]{36}$/)
const ownedId = z.string().min(1).max(100)
/** One line, without blanks at its ends. */
const name = (what: string, longest: number) =>
  z
    .string()
    .transform((value) => value.replace(/\s+/gu, ' ').trim())
    .refine((value) => value !== '', `${what} needs a name.`)
    .refine((value) => value.length <= longest, `${what} may have at most ${longest} characters.`)
const tag = {
  name: name('A tag', MAX_TAG_NAME),
  colour: z.enum(tagColours),
  group: name('A group of tags', MAX_TAG_GROUP).nullable()
}
const rule = z.enum(sendCheckRules)
const word = z.string().min(1).max(100)
const attributeName = name('An attribute', MAX_ATTRIBUTE_NAME)
const attributeOptions = z
  .array(name('A choice', MAX_ATTRIBUTE_NAME))
  .max(MAX_ATTRIBUTE_OPTIONS, `There may be ${MAX_ATTRIBUTE_OPTIONS} choices at most.`)
  .default([])
const screeningRules = z
  .object({
    audience: z.enum(audiences),
    following: z.boolean(),
    followers: z.boolean(),
    keywords: z
      .array(z.object({ text: z.string().max(1_000), place: z.enum(keywordPlaces) }).strict())
      .max(MAX_KEYWORDS, `There may be ${MAX_KEYWORDS} keywords at most.`)
  })
  .strict()
const view = {
  name: name('A saved view', MAX_VIEW_NAME),
  colour: z.enum(tagColours),
  query: z.string().max(1_000, 'A saved search may have at most 1,000 characters.')
}
/** What is promised, and by when, ms since 1970. */
const promise = {
  text: z
    .string()
    .transform((value) => value.replace(/\s+/gu, ' ').trim())
    .refine((value) => value !== '', 'Say what you promise.')
    .refine((value) => value.length <= MAX_FOLLOW_UP, `A promise may have at most ${MAX_FOLLOW_UP} characters.`),
  dueAt: z.number().int()
}
const address = z.url({ protocol: /^https?$/ }).max(500)

/** Name → shape of the input: the only list of what can be done. A repeated command id gives the recorded result. */
export const commands = {
  /**
   * `hold`: written in the console, with its undo window. `resolves`: the agent resolves the conversation with it.
   * `attachment`: what the draft takes along; with it the text may be empty.
   * `draft`: revision of the draft that the reply was written in; another window's draft is left alone.
   * `canned`: canned replies that went into it, as they were inserted. `actions`: what is done with it, see there.
   * `overridden`: rules of the send check that warned the agent, who sends it anyway. What blocks cannot be overridden.
   */
  'thread.reply': z
    .object({
      conversation: ConversationKey,
      text: replyText,
      attachment: attachmentId.nullable().default(null),
      hold: z.boolean().default(true),
      sendAt,
      resolves: z.boolean().default(false),
      draft: revision.nullable().default(null),
      canned: z
        .array(
          z
            .object({
              reply: ownedId,
              version: ownedId,
              text: replyText,
              /** How the agent came to it; null: not known. */
              from: z.enum(useOrigins).nullable().default(null)
            })
            .strict()
        )
        .max(20)
        .default([]),
      actions: z.array(ReplyAction).max(50).default([]),
      overridden: z.array(rule).max(sendCheckRules.length).default([])
    })
    .strict()
    .refine((reply) => reply.attachment !== null || reply.text.trim().length > 0, NEEDS_TEXT),
  'thread.replyTo': z
    .object({ account: XId.nullable(), user: XId, text, hold: z.boolean().default(true), sendAt })
    .strict(),
  'thread.start': person,
  /** For this account only: the other side keeps its copy. Leaves after the undo window. */
  'thread.deleteMessage': z.object({ conversation: ConversationKey, message: XId }).strict(),
  /**
   * Saved only when the draft is still the one the text grew from (`base`, null for none); else the text goes to the
   * history and the result says what the draft is. `replaces`: the agent decided against the text that is there.
   */
  'thread.saveDraft': z
    .object({
      conversation: ConversationKey,
      mode: mode.default('reply'),
      text: draftText,
      base: revision.nullable(),
      revision,
      replaces: z.boolean().default(false)
    })
    .strict(),
  /** An earlier version becomes the draft; `text`, what is on the screen, goes to the history first. */
  'thread.restoreDraft': z
    .object({ conversation: ConversationKey, mode, version: z.string().min(1).max(100), text: draftText, revision })
    .strict(),
  'notes.add': z
    .object({ conversation: ConversationKey, text: noteText, draft: revision.nullable().default(null) })
    .strict(),
  /** `before`: the text that was changed; refused when the note has another one by now. */
  'notes.edit': z
    .object({ note: z.string().min(1).max(100), text: noteText, before: z.string().max(MAX_NOTE_LENGTH) })
    .strict(),
  'notes.delete': z.object({ note: z.string().min(1).max(100) }).strict(),
  /** Finds somebody at X by the handle; costs money, unless X was asked today. Takes `@name` and addresses of profiles. */
  'customers.lookUp': z.object({ account: XId.nullable(), handle: z.string().min(1).max(300) }).strict(),
  /** `declines`: the conversation with them is no request any more. */
  'customers.block': person.extend({ declines: z.boolean().default(false) }).strict(),
  'customers.unblock': person,
  /** Both are one person from now on, with whoever was one with either of them. */
  'customers.merge': z.object({ user: XId, other: XId }).strict(),
  'customers.split': z.object({ user: XId }).strict(),
  'customers.addNote': z.object({ user: XId, text: noteText }).strict(),
  'customers.editNote': z.object({ note: ownedId, text: noteText }).strict(),
  'customers.deleteNote': z.object({ note: ownedId }).strict(),
  'attributes.create': z
    .object({ name: attributeName, type: z.enum(attributeTypes), options: attributeOptions })
    .strict(),
  /** The kind stays: values of another kind could not be read any more. */
  'attributes.change': z.object({ attribute: ownedId, name: attributeName, options: attributeOptions }).strict(),
  'attributes.delete': z.object({ attribute: ownedId }).strict(),
  /** `to`: its place in the order, from 0. */
  'attributes.move': z.object({ attribute: ownedId, to: z.number().int().min(0).max(1_000) }).strict(),
  /** As typed; null or nothing takes the value away. */
  'attributes.set': z.object({ user: XId, attribute: ownedId, value: z.string().max(5_000).nullable() }).strict(),
  'requests.undo': requestId,
  'requests.retry': requestId,
  'requests.discard': requestId,
  // What was taken out of a draft, or of a reply that was discarded, comes back: an undo, for a day.
  'thread.reattach': z.object({ conversation: ConversationKey, attachment: attachmentId }).strict(),
  'thread.detach': z.object({ conversation: ConversationKey, attachment: attachmentId }).strict(),
  'outbox.undo': outboxId,
  'outbox.sendNow': outboxId,
  'outbox.reschedule': outboxId.extend({ sendAt: z.number().int() }).strict(),
  'outbox.retry': outboxId,
  'outbox.discard': outboxId,
  'outbox.edit': outboxId,
  // Yes to the one question (rows.ts, `asks`): remembered for the account, and the reply leaves.
  'outbox.share': outboxId,
  'attachments.share': z.object({ account: XId, allowed: z.boolean() }).strict(),
  'media.clear': z.object({}).strict(),
  'sendCheck.setLevel': z.object({ rule, level: z.enum(checkLevels) }).strict(),
  /** A word off the brand's voice list; `word` null adds one. */
  'sendCheck.saveWord': z
    .object({
      word: word.nullable(),
      text: z
        .string()
        .trim()
        .min(1, 'Write the word that is not to be said.')
        .max(100, 'A word may have at most 100 characters.'),
      instead: z.string().trim().max(100, 'What to say instead may have at most 100 characters.'),
      why: z.string().trim().max(300, 'A reason may have at most 300 characters.')
    })
    .strict(),
  'sendCheck.removeWord': z.object({ word }).strict(),
  ...libraryCommands,
  ...promoCommands,
  ...feedbackCommands,
  ...surveyCommands,
  'inbox.resolve': conversations,
  'inbox.reopen': conversations,
  /** `until`: ms since 1970; null: until the customer writes, which ends every snooze. */
  'inbox.snooze': conversations.extend({ until: z.number().int().nullable() }).strict(),
  'inbox.assign': conversations.extend({ member: ownedId.nullable() }).strict(),
  'inbox.setPriority': conversations.extend({ priority: z.enum(priorities) }).strict(),
  'inbox.setCategory': conversations.extend({ category: z.enum(categories).nullable() }).strict(),
  'inbox.tag': conversations
    .extend({ add: z.array(ownedId).max(100).default([]), remove: z.array(ownedId).max(100).default([]) })
    .strict(),
  /** Where they belong, by somebody's word: no rule changes it again. */
  'inbox.place': conversations.extend({ place: z.enum(places) }).strict(),
  /** Requests that are not let in: at rest until the customer writes again. */
  'inbox.decline': conversations,
  /** Who reaches the inbox from now on; what is here already follows in the background. */
  'screening.setRules': screeningRules,
  /** How many conversations these rules would move. */
  'screening.preview': screeningRules,
  /** Handles, or addresses of profiles; `customers`: everybody we have answered. */
  'screening.addPeople': z
    .object({
      list: z.enum(screeningLists),
      handles: z
        .array(z.string().min(1).max(300))
        .max(MAX_PASTED_PEOPLE, `At most ${MAX_PASTED_PEOPLE} people can be added at once.`),
      customers: z.boolean().default(false)
    })
    .strict()
    .refine(({ handles, customers }) => customers || handles.length > 0, 'Write at least one handle.'),
  'screening.removePeople': z.object({ people: z.array(ownedId).min(1).max(10_000) }).strict(),
  /** Requests are let in. `remember`: their customers always get in from now on. */
  'screening.accept': conversations.extend({ remember: z.boolean().default(false) }).strict(),
  'followUps.add': z.object({ conversation: ConversationKey, ...promise }).strict(),
  'followUps.change': z.object({ followUp: ownedId, ...promise }).strict(),
  'followUps.done': z.object({ followUp: ownedId }).strict(),
  'followUps.delete': z.object({ followUp: ownedId }).strict(),
  'tags.create': z.object(tag).strict(),
  'tags.change': z.object({ tag: ownedId, ...tag }).strict(),
  'tags.delete': z.object({ tag: ownedId }).strict(),
  /** What has `tag` gets `into`, what names it names that from now on, and `tag` is gone. */
  'tags.merge': z.object({ tag: ownedId, into: ownedId }).strict(),
  /** A saved search. Refused when anything is wrong in it: a part that is left out would list more than was asked for. */
  'views.create': z.object(view).strict(),
  'views.change': z.object({ view: ownedId, ...view }).strict(),
  /** `to`: its place among the others, from 0. */
  'views.move': z.object({ view: ownedId, to: z.number().int().min(0).max(MAX_VIEWS) }).strict(),
  'views.setSlot': z.object({ view: ownedId, slot: z.literal(viewSlots).nullable() }).strict(),
  'views.delete': z.object({ view: ownedId }).strict(),
  'team.add': z.object({ name: name('A person', MAX_MEMBER_NAME) }).strict(),
  'team.rename': z.object({ member: ownedId, name: name('A person', MAX_MEMBER_NAME) }).strict(),
  /** Teams within the team, by name; for replies that only some may use. */
  'team.setGroups': z.object({ member: ownedId, groups: z.array(name('A team', 60)).max(50) }).strict(),
  'team.remove': z.object({ member: ownedId }).strict(),
  /** Who sits at this desk. */
  'team.setMe': z.object({ member: ownedId }).strict(),
  'attention.save': z.object({ plan: NoticePlan }).strict(),
  /** Nothing is told until then (ms since 1970); null: everything again. */
  'attention.pause': z.object({ until: z.number().int().nullable() }).strict(),
  /** `base`: the plan that was changed, null for none; refused when another is in force by now. */
  'sla.save': z.object({ base: ownedId.nullable(), plan: SlaPlan }).strict(),
  'inbox.markRead': conversations,
  'inbox.markUnread': conversations,
  /**
   * Takes back the newest. `entry`: what the window offered to undo; refused when that is not the newest any more.
   * `through`: that one and all that is newer; one that is taken back already does nothing.
   */
  'undo.run': z.object({ entry: ownedId.nullable().default(null), through: ownedId.nullable().default(null) }).strict(),
  /** False when it has ended already, or cannot be stopped. */
  'jobs.stop': z.object({ job: z.string().min(1).max(100) }).strict(),
  'settings.set': z.object({ name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9.-]{0,60}$/), value: z.json() }).strict(),
  'accounts.add': z
    .object({
      api: address,
      auth: address,
      clientId: z.string().min(1).max(200),
      accessToken: z.string().min(1).max(4_000),
      refreshToken: z.string().min(1).max(4_000).nullable(),
      appBearer: appBearer.nullable(),
      practice: z.boolean().default(false)
    })
    .strict(),
  'accounts.beginSignIn': z
    .object({
      api: address,
      auth: address,
      clientId: z.string().min(1).max(200),
      appBearer: appBearer.nullable().default(null)
    })
    .strict(),
  /** The same app and addresses as before; only X's permission is new. */
  'accounts.signInAgain': z.object({ account: XId }).strict(),
  /** The app's own token, for the live connection. Null takes it away. */
  'accounts.setAppBearer': z.object({ account: XId, appBearer: appBearer.nullable() }).strict(),
  'accounts.finishSignIn': z.object({ pastedUrl: z.string().min(1).max(4_000) }).strict(),
  'accounts.cancelSignIn': z.object({}).strict(),
  'accounts.remove': z.object({ account: XId }).strict(),
  'activity.dismissEncryptedChats': z.object({ ids: z.array(z.string().min(1).max(100)).min(1).max(1_000) }).strict(),
  'sync.now': z.object({}).strict(),
  /** How far back to read, and what that may cost at most; null for no limit. */
  'sync.chooseBackfill': z
    .object({ account: XId, choice: z.enum(['all', 'week', 'new']), maxUsd: z.number().positive().nullable() })
    .strict(),
  /** Replies leave although the ceiling on costs is reached, until its day or month is over. */
  'costs.sendAnyway': z.object({}).strict(),
  'sync.once': z.object({ maxCostUsd: z.number().nonnegative().nullable() }).strict(),
  'archive.import': z
    .object({ path: z.string().min(1).max(4_000), dryRun: z.boolean(), account: XId.nullable() })
    .strict(),
  'export.write': z
    .object({
      format: z.enum(['jsonl', 'csv', 'html']),
      file: z.string().min(1).max(4_000),
      conversation: z.string().max(100).nullable(),
      since: z.number().int().nullable()
    })
    .strict(),
  'reports.export': ReportInput.extend({ format: z.enum(reportFormats), file: z.string().min(1).max(4_000) })
} as const satisfies Record<string, z.ZodType>

export type CommandName = keyof typeof commands
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]>
export type ParsedCommandInput<N extends CommandName> = z.infer<(typeof commands)[N]>

/** Name → what `done` brings back. */
export interface CommandResults
  extends LibraryCommandResults, PromoCommandResults, FeedbackCommandResults, SurveyCommandResults {
  'thread.reply': { outboxId: string; state: string }
  'thread.replyTo': { outboxId: string; state: string; conversation: string }
  /** `existed`: there is something in it already. */
  'thread.start': { conversation: string; existed: boolean }
  'thread.deleteMessage': { requestId: string; heldUntil: number | null }
  'thread.saveDraft': DraftSaved
  'thread.restoreDraft': { text: string }
  'notes.add': { note: string }
  'notes.edit': null
  'notes.delete': null
  /** `costUsd`: 0 when the profile of today is here. */
  'customers.lookUp': { user: string; costUsd: number }
  'customers.block': null
  'customers.unblock': null
  'customers.merge': null
  'customers.split': null
  'customers.addNote': { note: string }
  'customers.editNote': null
  'customers.deleteNote': null
  'attributes.create': { attribute: string }
  'attributes.change': null
  'attributes.delete': null
  'attributes.move': null
  'attributes.set': null
  'requests.undo': null
  'requests.retry': null
  'requests.discard': null
  'thread.detach': null
  'thread.reattach': null
  'outbox.undo': { conversation: string; text: string }
  'outbox.sendNow': null
  'outbox.reschedule': null
  'outbox.retry': null
  'outbox.discard': null
  'outbox.edit': { conversation: string; text: string }
  'outbox.share': null
  'attachments.share': null
  'media.clear': null
  'sendCheck.setLevel': null
  'sendCheck.saveWord': { word: string }
  'sendCheck.removeWord': null
  'inbox.resolve': { changed: number }
  'inbox.reopen': { changed: number }
  'inbox.snooze': { changed: number }
  'inbox.assign': { changed: number }
  'inbox.setPriority': { changed: number }
  'inbox.setCategory': { changed: number }
  'inbox.tag': { changed: number }
  'inbox.place': { changed: number }
  'inbox.decline': { changed: number }
  'screening.setRules': null
  /** `looked`: at how many; the others: how many would move there. */
  'screening.preview': { looked: number; inbox: number; requests: number; spam: number }
  'screening.addPeople': { added: number }
  'screening.removePeople': null
  'screening.accept': { changed: number }
  'followUps.add': { followUp: string }
  'followUps.change': null
  'followUps.done': null
  'followUps.delete': null
  'tags.create': { tag: string }
  'tags.change': null
  'tags.delete': null
  /** How many conversations had the tag that is gone. */
  'tags.merge': { conversations: number }
  'views.create': { view: string }
  'views.change': null
  'views.move': null
  'views.setSlot': null
  'views.delete': null
  'team.add': { member: string }
  'team.rename': null
  'team.setGroups': null
  'team.remove': null
  'team.setMe': null
  'attention.save': null
  'attention.pause': null
  'sla.save': { plan: string }
  'inbox.markRead': { changed: number }
  'inbox.markUnread': { changed: number }
  /** `label` of what was undone, the oldest of it; null when there was nothing. */
  'undo.run': { label: string | null; count: number; conversations: string[]; refused?: UndoRefused }
  'jobs.stop': { stopped: boolean }
  'settings.set': null
  'accounts.add': { account: AccountRow }
  'accounts.beginSignIn': { authorizeUrl: string; redirectUri: string }
  'accounts.signInAgain': { authorizeUrl: string; redirectUri: string }
  'accounts.setAppBearer': null
  'accounts.finishSignIn': null
  'accounts.cancelSignIn': null
  'accounts.remove': null
  'activity.dismissEncryptedChats': null
  'sync.now': null
  'sync.chooseBackfill': null
  'costs.sendAnyway': null
  'sync.once': SyncReport
  'archive.import': ImportReport
  'export.write': { file: string; messages: number; conversations: number }
  /** `conversations`: rows of a table; null for a page of totals. */
  'reports.export': { file: string; conversations: number | null }
}

/** Why the wanted entry was not undone: another window had done it, or something newer (`label`) has to go first. */
export interface UndoRefused {
  why: 'undone' | 'newer'
  label: string
}

/** Whether a text became the draft, and what the draft is now (null: there is none). */
export interface DraftSaved {
  saved: boolean
  current: { text: string; revision: string } | null
}

/** DESIGN.md section 6, `sync --once`. */
export interface SyncReport {
  accounts: {
    id: string
    requests: number
    pages: number
    events_new: number
    events_seen: number
    users_fetched: number
    cost_usd: number
    complete: boolean
    /** ISO time, or null when another round may start at once. */
    next_allowed_at: string | null
    /** What stopped the round early. */
    problem: { code: string; message: string } | null
  }[]
  outbox: { sent: number; queued: number; unknown: number; failed: number; needs_attention: number }
}

/** DESIGN.md section 6, `import`. */
export interface ImportReport {
  conversations: number
  messages_new: number
  messages_seen: number
  member_events_new: number
  media: number
  skipped: { file: string; reason: string }[]
}
