import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { MAX_SURVEYS, type SurveySettings } from '../../../shared/domain/survey/survey-settings.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { keepUndo } from '../commands/undo.ts'
import type { WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { SendGate } from '../send-check/gate.ts'
import { sameName, type Team } from '../team/team.ts'
import { askSurvey } from './ask.ts'
import { decideAnswer } from './decide.ts'
import { setOptOut } from './opt-outs.ts'
import { unfillable } from './survey-text.ts'
import { allSurveys, findSurvey } from './surveys.ts'
import * as sql from './sql.ts'

type SurveyCommand = 'surveys.save' | 'surveys.delete' | 'surveys.send' | 'surveys.decide' | 'surveys.setOptOut'

/** @param parts.wake tells the outbox, after the commit, that there is something to do. @param parts.holdMs the undo window */
export function surveyCommands(parts: {
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me'>
  readonly gate: SendGate
  readonly wake: () => void
  readonly holdMs: () => number
}): { [N in SurveyCommand]: CommandDefinition<N> } {
  const { clock, team } = parts
  return {
    'surveys.save': {
      kind: 'transaction',
      run(db, { survey, settings }) {
        const now = clock.now()
        check(db, survey, settings)
        if (settings.onResolve === 'automatic') startNow(db, survey, now)
        const id = survey ?? uuidv7()
        const { kind, name, texts, team: group, onResolve, everyDays, windowHours } = settings
        const values = [kind, name, JSON.stringify(texts), group, onResolve, everyDays, windowHours, now, id] as const
        if (survey === null) db.run(sql.ADD, ...values, now)
        else db.run(sql.CHANGE, ...values)
        db.touch('surveys')
        return { survey: id }
      }
    },
    'surveys.delete': {
      kind: 'transaction',
      run(db, { survey }) {
        const { name } = findSurvey(db, survey)
        db.run(sql.SET_DELETED, clock.now(), clock.now(), survey)
        keepUndo(db, `Deleted ${name}`, { survey }, clock.now())
        db.touch('surveys')
        return null
      }
    },
    'surveys.send': {
      kind: 'transaction',
      run(db, { conversation, survey, text, hold }) {
        parts.wake()
        const found = findSurvey(db, survey)
        const holdMs = hold ? parts.holdMs() : 0
        const asking = { conversation, survey: found, text, member: team.me(), holdMs, automatic: false }
        return askSurvey(db, asking, parts.gate, clock.now())
      }
    },
    'surveys.decide': {
      kind: 'transaction',
      run(db, { asked, score }) {
        decideAnswer(db, asked, score, team.me(), clock.now())
        return null
      }
    },
    'surveys.setOptOut': {
      kind: 'transaction',
      run(db, { user, out }) {
        setOptOut(db, user, out, team.me(), clock.now())
        return null
      }
    }
  }
}

function check(db: WriteDb, survey: string | null, { name, texts, kind }: SurveySettings): void {
  const others = allSurveys(db).filter(({ id }) => id !== survey)
  if (survey === null && others.length >= MAX_SURVEYS) {
    throw new AppError('not-allowed', 'There may be {most} surveys at most. Delete one first.', { most: MAX_SURVEYS })
  }
  if (survey !== null && findSurvey(db, survey).kind !== kind && wasSent(db, survey)) {
    throw new AppError(
      'not-allowed',
      'This survey has been sent already: its scores would be compared with others. Make a new one for another question.'
    )
  }
  if (others.some((other) => sameName(other.name, name))) {
    throw new AppError('conflict', 'There is a survey “{name}” already. Choose another name.', { name })
  }
  for (const { text } of texts) {
    const placeholder = unfillable(text)
    if (placeholder !== null) {
      throw new AppError('invalid-input', '{placeholder} cannot be filled in when a survey is sent. Take it out.', {
        placeholder
      })
    }
  }
}

function wasSent(db: WriteDb, survey: string): boolean {
  return (db.get<{ asked: number }>(sql.FIGURES, survey)?.asked ?? 0) > 0
}

/** Nobody is asked because of what was resolved before surveys went out by themselves. */
function startNow(db: WriteDb, survey: string | null, now: number): void {
  const was = allSurveys(db).some(({ id, onResolve }) => id === survey && onResolve === 'automatic')
  if (!was) db.run(sql.SET_PROGRESS, now)
}
