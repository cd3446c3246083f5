import { splitConversationKey } from '../../../shared/domain/ids.ts'
import type { WriteDb } from '../db/database.ts'
import type { Clock, SettingsStore } from '../deps.ts'
import { undoCustomer } from '../customers/undo-customer.ts'
import { undoFeedback } from '../feedback/entries.ts'
import { undoMergeThemes, undoTheme } from '../feedback/themes.ts'
import { undoFollowUp } from '../follow-ups/feature.ts'
import { undoStates } from '../inbox/change-states.ts'
import { undoQuickKeys } from '../library/quick-keys/key-slots.ts'
import { undoMeant } from '../library/findings/commands.ts'
import { undoDeclinedFix } from '../library/outcome/commands.ts'
import { undoLibrary } from '../library/undo-library.ts'
import { undoNote } from '../notes/undo-note.ts'
import { undoCampaign } from '../promos/save-campaign.ts'
import { wishBlocked } from '../requests/blocks.ts'
import { putInForce } from '../sla/plan.ts'
import { undoScreening } from '../screening/undo-screening.ts'
import { restoreView } from '../views/views.ts'
import { restoreSurvey } from '../surveys/deleted-surveys.ts'
import { undoAnswer } from '../surveys/decide.ts'
import { undoOptOut } from '../surveys/opt-outs.ts'
import { undoMergeTags } from '../tags/merge-tags.ts'
import { dropUnusedTags, restoreTag } from '../tags/tags.ts'
import { restoreMember, type Team } from '../team/team.ts'
import type { CommandDefinition } from './command-definition.ts'
import { type Before, refuseUndo, takeUndo, takeUndoThrough } from './undo.ts'

interface UndoParts {
  readonly team: Pick<Team, 'me'>
  readonly clock: Pick<Clock, 'now'>
  readonly settings: SettingsStore
  /** Tells the workers, after the commit, that there is something to ask of X. */
  readonly wake: () => void
}

export function undoCommand(parts: UndoParts): { 'undo.run': CommandDefinition<'undo.run'> } {
  return {
    'undo.run': {
      kind: 'transaction',
      run(db, { entry: wanted, through }) {
        const now = parts.clock.now()
        const refused = wanted === null ? null : refuseUndo(db, wanted, now)
        if (refused) return { label: null, count: 0, conversations: [], refused }
        const newest = through === null ? takeUndo(db, now) : null
        const entries = through === null ? (newest ? [newest] : []) : takeUndoThrough(db, through, now)
        const conversations = entries.flatMap(({ before }) => undoOne(db, before, now, parts))
        return { label: entries.at(-1)?.label ?? null, count: entries.length, conversations }
      }
    }
  }
}

/** @returns the conversations it was about */
function undoOne(db: WriteDb, before: Before, now: number, { settings, wake, team }: UndoParts): string[] {
  if (undoCustomer(db, before, now)) return []
  if ('note' in before) {
    undoNote(db, before, now)
    return [before.conversation]
  }
  if ('block' in before) {
    const { conversation, user, blocked } = before.block
    wishBlocked(db, splitConversationKey(conversation).accountId, user, blocked, now)
    if (before.states) undoStates(db, before.states, now)
    wake()
    return [conversation]
  }
  if ('sla' in before) {
    putInForce(db, before.sla, now)
    return []
  }
  if ('followUp' in before) {
    undoFollowUp(db, before, now)
    return [before.conversation]
  }
  if ('screening' in before) {
    undoStates(db, before.states, now)
    undoScreening(db, before.screening, now)
    return before.states.map((state) => state.conversation)
  }
  if ('library' in before) {
    undoLibrary(db, before.library, now)
    if (before.madeTags) dropUnusedTags(db, before.madeTags, now)
    return []
  }
  if ('quickKeys' in before) {
    undoQuickKeys(db, before.quickKeys, now)
    return []
  }
  if ('declinedFix' in before) {
    undoDeclinedFix(db, before.declinedFix)
    return []
  }
  if ('meant' in before) {
    undoMeant(db, before.meant)
    return []
  }
  if ('promoCampaign' in before) {
    undoCampaign(db, before.promoCampaign, now)
    return []
  }
  if ('feedback' in before) {
    undoFeedback(db, before, now)
    return [before.conversation]
  }
  if ('theme' in before) {
    undoTheme(db, before.theme, { member: team.me(), now })
    return []
  }
  if ('mergedThemes' in before) {
    undoMergeThemes(db, before.mergedThemes, { member: team.me(), now })
    return []
  }
  if ('survey' in before) {
    restoreSurvey(db, before, now)
    return []
  }
  if ('surveyAnswer' in before) {
    undoAnswer(db, before.surveyAnswer, now)
    return [before.conversation]
  }
  if ('surveyOptOut' in before) {
    undoOptOut(db, before.surveyOptOut)
    return []
  }
  if ('view' in before) {
    restoreView(db, before.view, now)
    return []
  }
  if ('mergedTags' in before) {
    undoMergeTags(db, settings, before.mergedTags, now)
    return []
  }
  if ('member' in before) {
    restoreMember(db, before.member, now)
    undoStates(db, before.states, now)
    return []
  }
  if ('tag' in before) {
    restoreTag(db, before.tag, now)
    return []
  }
  undoStates(db, before, now)
  return before.map((state) => state.conversation)
}
