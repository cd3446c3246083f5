/** A sentence in English that will be worded later, where it is shown. An object, so that nobody shows it as it is. */
export interface Message {
  readonly english: string
}

/** What stands for the placeholders of a sentence. */
export type Values = Readonly<Record<string, string | number>>

/** A sentence that is worded where it is shown, with what stands for its placeholders. */
export interface Sentence {
  readonly pattern: string
  readonly values?: Values
}

/** Only what stands in the source: a sentence that is put together has no entry in any catalogue. */
export type Literal<Text extends string> = string extends Text ? never : Text

/** Words a sentence in the language of whoever reads it. */
export type Translate = <Text extends string>(message: Message | Literal<Text>, values?: Values) => string

/** Marks a sentence outside of components and functions, where the language is not known yet: `t` words it later. */
export function msg<Text extends string>(english: Literal<Text>): Message {
  return { english }
}
