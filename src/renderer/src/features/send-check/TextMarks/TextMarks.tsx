import { type RefObject, useEffect, useRef } from 'react'
import { markedParts, type TextMark } from '../text-marks.ts'
import classes from './TextMarks.module.css'

export interface TextMarksProps {
  readonly text: string
  readonly marks: readonly TextMark[]
  /** The field whose text is underlined; it has the same letters in the same places. */
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** Makes the letters as large and as wide as those of the field. */
  readonly className: string | undefined
  readonly lang: string | null
}

/** Underlines beneath a text field: a copy of the text that cannot be seen, with lines that can. */
export function TextMarks({ text, marks, field, className, lang }: TextMarksProps) {
  const copy = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const input = field.current
    const follow = (): void => {
      if (copy.current && input) copy.current.scrollTop = input.scrollTop
    }
    follow()
    input?.addEventListener('scroll', follow)
    return () => input?.removeEventListener('scroll', follow)
  }, [field])
  return (
    <div
      ref={copy}
      className={`${className ?? ''} ${classes.root}`}
      dir="auto"
      lang={lang ?? undefined}
      aria-hidden="true"
    >
      {markedParts(text, marks).map((part, index) =>
        part.mark === null ? (
          part.text
        ) : (
          <span key={index} className={classes[part.mark]}>
            {part.text}
          </span>
        )
      )}
      {/* A line that is begun has its height already. */}
      {text.endsWith('\n') ? '\u200B' : null}
    </div>
  )
}
