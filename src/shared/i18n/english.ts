import { spoken } from './languages.ts'
import { createTranslator, type Translator } from './translator.ts'

/** What the log and the command line speak. It needs no catalogue: its sentences stand where they are used. */
export const english: Translator = createTranslator(spoken('en', []), {})
