import { problemDocuments, type WireProblem } from './classify-answer.ts'

/** Names of what an answer should hold, by query parameter: `dm_event.fields`, `expansions`, `media.fields`, `user.fields`. */
export type FieldQuery = Readonly<Record<string, readonly string[]>>

/** What the console cannot do without; a server that refuses these is not X. */
const indispensable = new Set(['id', 'text', 'event_type', 'dm_conversation_id'])

/** Facts of an event that one spelling has as fields and the other only brings with an expansion (x-api.md 1.6). */
export type ExpandableFact = 'sender_id' | 'participant_ids'

/**
 * What to ask of this server. X renamed fields without notice and which spelling a server takes cannot be known
 * beforehand: ask the old names, learn from refusals, remember for the life of the client.
 */
export interface RequestedFields {
  /** Parameters for reading events. Profiles cost money: they come along only on demand or when a fact needs it. */
  forEvents(withUsers: boolean): FieldQuery
  forUsers(): FieldQuery
  /** Takes what a 400 names out of all further requests. @returns whether there is reason to ask again. */
  learnFromRefusal(body: unknown, asked: FieldQuery): boolean
  /** From now on asks for the expansion. @returns false when that was tried before. */
  expand(fact: ExpandableFact): boolean
  /** The expansion did not bring it: asking would only cost money. */
  giveUpExpanding(fact: ExpandableFact): void
}

const eventFields = [
  'id',
  'event_type',
  'text',
  'created_at',
  'dm_conversation_id',
  'sender_id',
  'attachments',
  'entities',
  'participant_ids'
]
const mediaFields = [
  'media_key',
  'type',
  'url',
  'preview_image_url',
  'width',
  'height',
  'duration_ms',
  'alt_text',
  'variants'
]
const userFields = [
  'connection_status',
  'created_at',
  'description',
  'location',
  'name',
  'profile_image_url',
  'protected',
  'public_metrics',
  'receives_your_dm',
  'username',
  'verified',
  'verified_type'
]

export function createRequestedFields(): RequestedFields {
  const refused = new Set<string>()
  const expansions = new Map<ExpandableFact, 'wanted' | 'useless'>()

  const allowed = (query: FieldQuery): FieldQuery =>
    Object.fromEntries(
      Object.entries(query).map(([parameter, values]) => [
        parameter,
        values.filter((value) => !refused.has(`${parameter} ${value}`))
      ])
    )

  function expand(fact: ExpandableFact): boolean {
    if (expansions.has(fact) || refused.has(`expansions ${fact}`)) return false
    expansions.set(fact, 'wanted')
    return true
  }

  return {
    forEvents(withUsers) {
      const people = (['sender_id', 'participant_ids'] as const).filter(
        (fact) => withUsers || expansions.get(fact) === 'wanted'
      )
      return allowed({
        'dm_event.fields': eventFields,
        expansions: ['attachments.media_keys', ...people],
        'media.fields': mediaFields,
        ...(people.length > 0 ? { 'user.fields': userFields } : {})
      })
    },
    forUsers: () => allowed({ 'user.fields': userFields }),
    learnFromRefusal(body, asked) {
      const named = refusedFields(body, asked)
      for (const { parameter, value } of named) {
        refused.add(`${parameter} ${value}`)
        // The new spelling: no longer a field, but the expansion brings it.
        if (parameter === 'dm_event.fields' && (value === 'sender_id' || value === 'participant_ids')) expand(value)
      }
      return named.length > 0
    },
    expand,
    giveUpExpanding(fact) {
      expansions.set(fact, 'useless')
    }
  }
}

/** Writes the lists as X wants them: comma separated, empty ones left out. */
export function addFields(parameters: URLSearchParams, fields: FieldQuery): void {
  for (const [parameter, values] of Object.entries(fields)) {
    if (values.length > 0) parameters.set(parameter, values.join(','))
  }
}

/** Fields that only the old spelling knows. */
const oldFields: readonly string[] = ['sender_id', 'participant_ids']

/**
 * Finds which of the asked names a 400 refuses. X writes, for example: The `dm_event.fields` query parameter value
 * [sender_id] is not one of [attachments,created_at,…].
 */
export function refusedFields(body: unknown, asked: FieldQuery): { parameter: string; value: string }[] {
  const found = new Map<string, { parameter: string; value: string }>()
  const documents = problemDocuments(body)
  for (const [parameter, values] of Object.entries(asked)) {
    for (const value of refusedValues(documents, parameter, values)) {
      if (!indispensable.has(value)) found.set(`${parameter} ${value}`, { parameter, value })
    }
  }
  return [...found.values()]
}

function refusedValues(documents: readonly WireProblem[], parameter: string, values: readonly string[]): string[] {
  const about = documents.filter((document) => parametersNamed(document).includes(parameter))
  // A list of what would be right tells most, then the refused value itself, then any name in the sentence.
  const choices = about.flatMap(choicesOf)
  if (choices.length > 0) return values.filter((value) => !choices.includes(value))
  const quoted = about.flatMap((document) => quotedValues(document, parameter))
  if (quoted.length > 0) return values.filter((value) => quoted.includes(value))
  const words = about.map(wordsOf).join(' ')
  const mentioned = values.filter((value) => new RegExp(`(?<![\\w.])${RegExp.escape(value)}(?![\\w.]*\\w)`).test(words))
  if (mentioned.length > 0 || about.length === 0) return mentioned
  // Only the parameter is named: most likely it is what the newer spelling lacks.
  return parameter === 'dm_event.fields' ? values.filter((value) => oldFields.includes(value)) : []
}

function parametersNamed(document: WireProblem): string {
  return [document.parameter ?? '', ...Object.keys(document.parameters ?? {}), wordsOf(document)].join(' ')
}

function wordsOf(document: WireProblem): string {
  return `${document.detail ?? ''} ${document.message ?? ''}`
}

function choicesOf(document: WireProblem): string[] {
  const list = /(?:one of|allowed values?(?: are)?|must be)[^[]*\[([^\]]*)\]/i.exec(wordsOf(document))?.[1] ?? ''
  return list.split(/[\s,'"`]+/).filter((choice) => choice !== '')
}

/** Some answers repeat the whole list here, which says nothing. */
function quotedValues(document: WireProblem, parameter: string): string[] {
  const repeated = document.parameters?.[parameter]
  const candidates = [document.value, ...(Array.isArray(repeated) && repeated.length === 1 ? repeated : [])]
  return candidates.filter((each): each is string => typeof each === 'string' && !each.includes(','))
}
