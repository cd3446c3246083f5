import { Radio, Tooltip } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { type TagColour, tagColours } from '../../../../../shared/domain/tag.ts'
import { colourWords } from '../../tags/tag-colour.ts'
import { ViewDot } from '../ViewDot/ViewDot.tsx'
import classes from './ColourChoice.module.css'

export interface ColourChoiceProps {
  readonly colour: TagColour
  readonly onChoose: (colour: TagColour) => void
}

/** The colour of a saved view's mark. */
export function ColourChoice({ colour, onChoose }: ColourChoiceProps) {
  return (
    <Radio.Group label={t('Colour')} value={colour} onChange={(chosen) => onChoose(chosen as TagColour)}>
      <div className={classes.colours}>
        {tagColours.map((one) => (
          <Tooltip key={one} label={t(colourWords[one])} position="top">
            <Radio.Card className={classes.colour} value={one} aria-label={t(colourWords[one])}>
              <ViewDot colour={one} />
            </Radio.Card>
          </Tooltip>
        ))}
      </div>
    </Radio.Group>
  )
}
