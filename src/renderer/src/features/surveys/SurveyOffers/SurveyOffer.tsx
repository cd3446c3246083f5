import { UnstyledButton } from '@mantine/core'
import type { SurveyOfferRow } from '../../../../../shared/contract/survey-rows.ts'
import { t } from '../../../i18n/t.ts'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './SurveyOffer.module.css'

/** What would be asked, and a button that asks it. */
export function SurveyOffer({ offer, onSend }: { readonly offer: SurveyOfferRow; readonly onSend: () => void }) {
  return (
    <span className={classes.root}>
      <span className={classes.what}>
        <bdi>{t('Ask {name} how it was?', { name: plainText(offer.title) })}</bdi>
        <bdi className={classes.text} title={offer.text}>
          {offer.text}
        </bdi>
      </span>
      <UnstyledButton className={classes.send} onClick={onSend}>
        {t('Send')} <ActionKeys action="survey.sendOffered" />
      </UnstyledButton>
    </span>
  )
}
