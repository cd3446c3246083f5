import type { Segment } from '../../../../../shared/domain/library/template/page.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './FilledText.module.css'

export interface FilledTextProps {
  readonly segments: readonly Segment[]
  /** Language of the text, for its letters. */
  readonly language: string | null
  readonly className?: string | undefined
}

/** A filled-in body: what stands for a placeholder is marked, what is missing stands out. */
export function FilledText({ segments, language, className }: FilledTextProps) {
  return (
    <p className={`${classes.root} ${className ?? ''}`} dir="auto" lang={language ?? undefined}>
      {segments.map(({ kind, text, name }, index) =>
        kind === 'text' ? (
          <span key={index}>{plainText(text)}</span>
        ) : (
          <mark key={index} className={classes[kind]} title={titleOf(kind, name)}>
            {kind === 'missing' ? <span className="visually-hidden">{t('Not filled in:')} </span> : null}
            {plainText(text)}
          </mark>
        )
      )}
    </p>
  )
}

function titleOf(kind: 'filled' | 'asked' | 'missing', name: string): string {
  switch (kind) {
    case 'filled':
      return name
    case 'asked':
      return t('Answer to “{question}”', { question: name })
    case 'missing':
      return name === '' ? t('This cannot be filled in.') : t('Nothing is known for {name}.', { name })
  }
}
