import { IconStars } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { AskedSurveyRow } from '../../../../../shared/contract/survey-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useRow } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useAction, useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { useClock } from '../../../ui/use-now.ts'
import { scoreText } from '../survey-words.ts'
import { SurveyScores } from './SurveyScores.tsx'
import { SurveyState } from './SurveyState.tsx'
import classes from './SurveyLine.module.css'

/** Above the composer, as long as the newest survey is answered: where it stands, and what an answer means. */
export function SurveyLine({ conversation }: { readonly conversation: string }) {
  const asked = useRow('surveys.inThread', { conversation })
  const until = asked?.until ?? 0
  const isOver = useClock((now) => now > until)
  if (asked === null || asked.message === null) return null
  return isOver && asked.answer?.state !== 'asking' ? null : <OneSurvey key={asked.id} asked={asked} />
}

function OneSurvey({ asked }: { readonly asked: AskedSurveyRow }) {
  const run = useCommand()
  const tell = useUndoNotice()
  const runAction = useRunAction()
  const [changing, setChanging] = useState(false)
  const [entered, setEntered] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const { kind, answer } = asked
  const asking = answer?.state === 'asking'
  const open = asking || changing

  useAction(
    'survey.decide',
    () => {
      setChanging(true)
      setEntered((before) => before + 1)
    },
    kind !== 'open'
  )
  useEffect(() => {
    if (entered > 0) box.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [entered])

  async function decide(score: number | null): Promise<void> {
    const inside = box.current?.contains(document.activeElement) === true
    setChanging(false)
    if (!(await run('surveys.decide', { asked: asked.id, score }))) return
    tell(score === null ? t('Not a score') : t('Score: {score}', { score: scoreText(kind, score) }))
    if (inside) runAction('reply.write')
  }

  return (
    <section className={classes.root} aria-label={t('Survey')} data-asking={asking}>
      <IconStars size={15} stroke={1.75} className={classes.icon} aria-hidden="true" />
      <SurveyState asked={asked} />
      <div ref={box} className={classes.choices}>
        {kind === 'open' ? null : open ? (
          <SurveyScores
            kind={kind}
            likely={asking && !changing ? answer.candidates : null}
            current={answer?.score ?? null}
            likeliest={answer?.candidates[0] ?? null}
            onDecide={(score) => void decide(score)}
            onMore={() => setChanging(true)}
            onClose={() => {
              setChanging(false)
              runAction('reply.write')
            }}
          />
        ) : (
          <button type="button" className={classes.change} onClick={() => runAction('survey.decide')}>
            {answer?.state === 'score' ? t('Change') : t('Add a score')}
          </button>
        )}
      </div>
    </section>
  )
}
