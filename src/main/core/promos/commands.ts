import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { splitConversationKey } from '../../../shared/domain/ids.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { keepUndo } from '../commands/undo.ts'
import type { Clock } from '../deps.ts'
import type { Team } from '../team/team.ts'
import { findCampaign } from './campaign.ts'
import { writeOfHold } from './ledger.ts'
import { reserveCode } from './reserve.ts'
import { revokeCodes, stopRepliesOf } from './revoke.ts'
import { saveCampaign, toBefore } from './save-campaign.ts'
import * as sql from './sql.ts'

type PromoCommand =
  | 'promos.save'
  | 'promos.end'
  | 'promos.resume'
  | 'promos.delete'
  | 'promos.reserve'
  | 'promos.release'
  | 'promos.approve'
  | 'promos.revoke'
  | 'promos.settle'

/** What is done with campaigns and single codes. */
export function promoCommands(parts: {
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me' | 'groupsOf' | 'members'>
}): { [N in PromoCommand]: CommandDefinition<N> } {
  const { clock, team } = parts
  return {
    'promos.save': {
      kind: 'transaction',
      run: (db, given) => saveCampaign(db, given, { member: team.me(), now: clock.now() })
    },
    'promos.end': {
      kind: 'transaction',
      run(db, { campaign: id }) {
        const campaign = findCampaign(db, id)
        const now = clock.now()
        if (campaign.endedAt !== null) return { stopped: 0 }
        keepUndo(db, `Ended the campaign ${campaign.content.name}`, toBefore(campaign, null), now)
        db.run(sql.SET_ENDED, now, Math.max(now, campaign.updatedAt + 1), campaign.key)
        db.touch('promos')
        return { stopped: stopRepliesOf(db, campaign, now) }
      }
    },
    'promos.resume': {
      kind: 'transaction',
      run(db, { campaign: id }) {
        const campaign = findCampaign(db, id)
        if (campaign.endedAt === null) return null
        const now = clock.now()
        keepUndo(db, `Resumed the campaign ${campaign.content.name}`, toBefore(campaign, null), now)
        db.run(sql.SET_ENDED, null, Math.max(now, campaign.updatedAt + 1), campaign.key)
        db.touch('promos')
        return null
      }
    },
    'promos.delete': {
      kind: 'transaction',
      run(db, { campaign: id }) {
        const campaign = findCampaign(db, id)
        if (db.all(sql.HOLDS_OF_CAMPAIGN, campaign.key).length > 0) {
          throw new AppError('not-allowed', 'Customers have codes of this campaign. End it instead of deleting it.')
        }
        keepUndo(db, `Deleted the campaign ${campaign.content.name}`, toBefore(campaign, null), clock.now())
        db.run(sql.SET_DELETED, clock.now(), clock.now(), campaign.key)
        db.touch('promos')
        return null
      }
    },
    'promos.reserve': {
      kind: 'transaction',
      run(db, { conversation, campaign, reply }) {
        const member = team.me()
        const place = splitConversationKey(conversation)
        return reserveCode(db, { ...place, campaign, reply }, { member, teams: team.groupsOf(member) }, clock.now())
      }
    },
    'promos.release': {
      kind: 'transaction',
      run(db, { hold: id }) {
        const hold = db.get<sql.StoredHold>(sql.HOLD_BY_ID, id)
        if (!hold || hold.state === 'given' || hold.outbox_id !== null || hold.doubtful === 1)
          return { released: false }
        writeOfHold(db, hold, { event: 'released', why: 'taken-out', member: team.me() }, clock.now())
        return { released: true }
      }
    },
    'promos.approve': {
      kind: 'transaction',
      run(db, { conversation, campaign: id }) {
        const campaign = findCampaign(db, id)
        const me = team.me()
        if (!campaign.content.approvers.includes(me)) {
          throw new AppError('not-allowed', 'Only {names} may approve codes of this campaign.', {
            names: approverNames(team, campaign.content.approvers).join(', ')
          })
        }
        const { accountId, conversationId } = splitConversationKey(conversation)
        db.run(sql.ADD_APPROVAL, uuidv7(), campaign.key, accountId, conversationId, me, clock.now())
        db.touch('promos')
        return null
      }
    },
    'promos.revoke': {
      kind: 'transaction',
      run: (db, { codes }) => revokeCodes(db, codes, team.me(), clock.now())
    },
    'promos.settle': {
      kind: 'transaction',
      run(db, { hold: id, given }) {
        const hold = db.get<sql.StoredHold>(sql.HOLD_BY_ID, id)
        if (!hold || hold.state === 'given') return null
        if (hold.outbox_id !== null) {
          throw new AppError('conflict', 'Its reply is still in the outbox. Decide there.')
        }
        const event = given ? 'given' : 'released'
        writeOfHold(db, hold, { event, why: 'decided', member: team.me() }, clock.now())
        return null
      }
    }
  }
}

export function approverNames(team: Pick<Team, 'members'>, approvers: readonly string[]): string[] {
  return team
    .members()
    .flatMap(({ id, name, removed_at: left }) => (left === null && approvers.includes(id) ? [name] : []))
}
