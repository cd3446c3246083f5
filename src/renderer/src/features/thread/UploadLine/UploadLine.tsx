import type { UploadProgress } from '../../../../../shared/contract/rows.ts'
import { uploadWords } from '../upload-words.ts'
import classes from './UploadLine.module.css'

/** The way of an attachment to X; nothing when it is not on its way. */
export function UploadLine({ upload }: { readonly upload: UploadProgress | null }) {
  if (upload === null) return null
  const { percent } = upload
  return (
    <div className={classes.root} role="status">
      {uploadWords(upload)}
      {percent === null ? null : (
        <span className={classes.track} aria-hidden="true">
          <span className={classes.bar} style={{ width: `${percent}%` }} />
        </span>
      )}
    </div>
  )
}
