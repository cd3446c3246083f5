import type { ReplyChoiceRow } from '../../../../../../shared/contract/library-rows.ts'
import { t } from '../../../../i18n/t.ts'
import { plainText } from '../../../../ui/plain-text.ts'
import { useTags } from '../../../tags/use-tags.ts'
import { useTeam } from '../../../team/use-team.ts'
import { fillBody, type Filling, questionLabels, questionsIn } from '../../fill.ts'
import { FilledText } from '../../FilledText/FilledText.tsx'
import { ReplyFile } from '../../ReplyFile/ReplyFile.tsx'
import { actionText } from '../../library-words.ts'
import classes from './ReplyPreview.module.css'

export interface ReplyPreviewProps {
  readonly choice: ReplyChoiceRow
  readonly filling: Filling
}

/** What the customer would read, and what is done with it. */
export function ReplyPreview({ choice, filling }: ReplyPreviewProps) {
  const names = { tags: useTags(), team: useTeam() }
  const { segments } = fillBody(choice.body, choice.language, filling)
  const questions = questionsIn(choice.body, choice.language, filling)
  return (
    <div className={classes.root}>
      <p className={classes.title}>
        <bdi>{plainText(choice.title)}</bdi>
      </p>
      <FilledText segments={segments} language={choice.language} questions={questionLabels(questions)} />
      {choice.attachment === null ? null : <ReplyFile attachment={choice.attachment} />}
      {questions.length === 0 ? null : (
        <p className={classes.note}>
          {t('{count, plural, one {One question comes first.} other {# questions come first.}}', {
            count: questions.length
          })}
        </p>
      )}
      {choice.actions.length === 0 ? null : (
        <p className={classes.note}>
          {t('Then: {actions}', { actions: choice.actions.map((action) => actionText(action, names)).join(' · ') })}
        </p>
      )}
    </div>
  )
}
