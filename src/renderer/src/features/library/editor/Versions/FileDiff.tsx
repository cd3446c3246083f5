import type { ReplyAttachment } from '../../../../../../shared/domain/library/canned-reply.ts'
import { t } from '../../../../i18n/t.ts'
import { ReplyFile } from '../../ReplyFile/ReplyFile.tsx'
import classes from './Versions.module.css'

export interface FileDiffProps {
  readonly before: ReplyAttachment | null
  readonly after: ReplyAttachment | null
}

/** Which file went and which came. Never told by colour alone. */
export function FileDiff({ before, after }: FileDiffProps) {
  return (
    <div className={classes.files}>
      {before === null ? null : (
        <del>
          <span className="visually-hidden">{t('removed:')} </span>
          <ReplyFile attachment={before} mark="−" />
        </del>
      )}
      {after === null ? null : (
        <ins>
          <span className="visually-hidden">{t('added:')} </span>
          <ReplyFile attachment={after} mark="+" />
        </ins>
      )}
    </div>
  )
}
