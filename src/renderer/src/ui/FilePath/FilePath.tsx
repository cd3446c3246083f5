import { TextInput } from '@mantine/core'
import { useCore } from '../../core/core-context.ts'
import classes from './FilePath.module.css'

export interface FilePathProps {
  readonly label: string
  readonly placeholder?: string
  readonly path: string
  readonly error: string | null
  /** Whether it has the focus when the dialog opens. */
  readonly first?: boolean
  readonly onPath: (path: string) => void
}

/**
 * Where a file is. In the browser the path is typed, because the core runs on this machine; the desktop has a dialog of its
 * own for that, and only what was wrong with the file is shown here.
 */
export function FilePath({ label, placeholder, path, error, first = false, onPath }: FilePathProps) {
  const { native } = useCore()
  if (native === null)
    return (
      <TextInput
        label={label}
        placeholder={placeholder}
        data-autofocus={first || undefined}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        value={path}
        onChange={(event) => onPath(event.currentTarget.value)}
        error={error}
      />
    )
  return error === null ? null : (
    <p className={classes.error} role="alert">
      {error}
    </p>
  )
}
