import { t } from '../../../../i18n/t.ts'
import { AttachmentArea } from '../../../composer/Attachment/AttachmentArea.tsx'
import type { ReplyFileControl } from '../use-reply-file.ts'
import classes from './TextEditor.module.css'

/** What goes along with the reply, and where files arrive by paste and drop. */
export function FileArea({ file }: { readonly file: ReplyFileControl }) {
  return (
    <>
      <AttachmentArea control={file} place="canned" />
      {file.missing ? (
        <p className={classes.missing} role="alert">
          {t('This file is not here any more. Attach it again, or remove it.')}
        </p>
      ) : null}
    </>
  )
}
