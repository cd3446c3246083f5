import { splitMarks } from '../split-marks.ts'
import classes from './Highlight.module.css'

export interface HighlightProps {
  readonly text: string
  /** [start, end) offsets into the text. */
  readonly marks: readonly (readonly [number, number])[]
}

/** A text with the hits of a search marked. */
export function Highlight({ text, marks }: HighlightProps) {
  return splitMarks(text, marks).map((part, index) =>
    part.marked ? (
      <mark key={index} className={classes.mark}>
        {part.text}
      </mark>
    ) : (
      <span key={index}>{part.text}</span>
    )
  )
}
