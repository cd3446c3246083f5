import type { SurveyKind } from './survey.ts'

/** What a new survey asks, by kind; in English, to be rewritten. */
export const suggestedTexts: Readonly<Record<SurveyKind, string>> = {
  csat: 'One quick question, {{ customer.first_name | default: "if you have a second" }}: how did we do today, from 1 (poor) to 5 (great)? Just reply with a number. Reply “stop” to get no more questions like this.',
  nps: 'How likely are you to recommend us, from 0 (not at all) to 10 (very likely)? Just reply with a number. Reply “stop” to get no more questions like this.',
  open: 'What is one thing that we could do better? We read every answer. Reply “stop” to get no more questions like this.'
}
