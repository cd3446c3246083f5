import { notifications } from '@mantine/notifications'
import { useEffect, useEffectEvent, useState } from 'react'
import type { SurveyOfferRow } from '../../../../../shared/contract/survey-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useSendSurvey } from '../use-send-survey.ts'
import { SurveyOffer } from './SurveyOffer.tsx'

const ID = 'survey-offer'
/** Long enough to look up, short enough not to be in the way. Milliseconds. */
const SHOWN_MS = 30_000

/** After a conversation was resolved, where the lead wants it: one key asks its customer how it was. */
export function SurveyOffers() {
  const { rows } = useQuery('surveys.offers', {})
  const send = useSendSurvey()
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set())
  const offer = rows.find(({ id }) => !passed.has(id)) ?? null

  const pass = (id: string): void => setPassed((before) => new Set([...before, id]))
  async function take({ id, conversation, survey, text, title }: SurveyOfferRow): Promise<void> {
    pass(id)
    await send({ conversation, survey, text, name: title })
  }
  useAction(
    'survey.sendOffered',
    () => {
      if (offer) void take(offer)
    },
    offer !== null
  )

  const show = useEffectEvent((shown: SurveyOfferRow) => {
    notifications.show({
      id: ID,
      autoClose: SHOWN_MS,
      message: <SurveyOffer offer={shown} onSend={() => void take(shown)} />,
      onClose: () => pass(shown.id)
    })
  })
  const id = offer?.id ?? null
  const shown = useEffectEvent(() => offer)
  useEffect(() => {
    const next = shown()
    if (id === null || next === null) return
    show(next)
    return () => void notifications.hide(ID)
  }, [id])
  return null
}
