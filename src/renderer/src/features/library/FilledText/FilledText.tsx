import type { Segment } from '../../../../../shared/domain/library/template/page.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './FilledText.module.css'

export interface FilledTextProps {
  readonly segments: readonly Segment[]
  /** Language of the text, for its letters. */
  readonly language: string | null
  /** What is asked before it is inserted: key → question. Until it is answered, the question stands there. */
  readonly questions?: ReadonlyMap<string, string>
}

/** A filled-in body: what stands for a placeholder is marked, what is missing stands out. */
export function FilledText({ segments, language, questions }: FilledTextProps) {
  return (
    <p className={classes.root} dir="auto" lang={language ?? undefined}>
      {segments.map(({ kind, text, name }, index) => {
        const question = kind === 'missing' ? questions?.get(name) : undefined
        if (kind === 'text') return <span key={index}>{plainText(text)}</span>
        return question === undefined ? (
          <mark key={index} className={classes[kind]} title={titleOf(kind, name)}>
            {kind === 'missing' ? <span className="visually-hidden">{t('Not filled in:')} </span> : null}
            {plainText(text)}
          </mark>
        ) : (
          <mark key={index} className={classes.open} title={t('Asked when it is inserted')}>
            {plainText(question)}
          </mark>
        )
      })}
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
