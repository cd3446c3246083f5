import { expect, test } from 'vitest'
import { addFields, createRequestedFields, refusedFields } from './requested-fields.ts'

const ASKED = {
  'dm_event.fields': ['id', 'text', 'sender_id', 'entities', 'participant_ids'],
  expansions: ['attachments.media_keys', 'sender_id']
}

const named = (body: unknown): string[] => refusedFields(body, ASKED).map((each) => `${each.parameter} ${each.value}`)

test.each([
  [
    'the choices X offers',
    {
      errors: [
        {
          parameters: { 'dm_event.fields': ['id,text,sender_id,entities,participant_ids'] },
          message: 'The `dm_event.fields` query parameter value [sender_id] is not one of [id,text,entities]'
        }
      ],
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.'
    },
    ['dm_event.fields sender_id', 'dm_event.fields participant_ids']
  ],
  [
    'the value itself',
    { parameter: 'expansions', value: 'sender_id', detail: 'Not allowed.' },
    ['expansions sender_id']
  ],
  [
    'one value of the map',
    { errors: [{ parameters: { expansions: ['sender_id'] }, message: 'Bad.' }] },
    ['expansions sender_id']
  ],
  ['a name in the sentence', { detail: "Unknown value 'entities' in dm_event.fields." }, ['dm_event.fields entities']],
  [
    'the parameter alone',
    { parameter: 'dm_event.fields', detail: 'Invalid.' },
    ['dm_event.fields sender_id', 'dm_event.fields participant_ids']
  ],
  ['something else', { parameter: 'max_results', detail: 'Too many.' }, []],
  ['an indispensable field', { parameter: 'dm_event.fields', value: 'text', detail: 'No.' }, []],
  ['nothing', undefined, []]
])('finds what a 400 refuses by %s', (_how, body, expected) => {
  expect(named(body)).toEqual(expected)
})

test('learns once, remembers, and asks the newer way instead', () => {
  const fields = createRequestedFields()
  const asked = fields.forEvents(false)
  expect(asked['dm_event.fields']).toContain('sender_id')
  expect(asked['expansions']).toEqual(['attachments.media_keys'])
  expect(asked['user.fields']).toBeUndefined()

  const refusal = { parameter: 'dm_event.fields', value: 'sender_id', detail: 'No.' }
  expect(fields.learnFromRefusal(refusal, asked)).toBe(true)
  const next = fields.forEvents(false)
  expect(next['dm_event.fields']).not.toContain('sender_id')
  expect(next['expansions']).toEqual(['attachments.media_keys', 'sender_id'])
  expect(fields.learnFromRefusal(refusal, next)).toBe(false)

  fields.giveUpExpanding('sender_id')
  expect(fields.forEvents(false)['expansions']).toEqual(['attachments.media_keys'])
  expect(fields.expand('sender_id')).toBe(false)
})

test('writes lists with commas and leaves empty ones out', () => {
  const parameters = new URLSearchParams()
  addFields(parameters, { expansions: [], 'user.fields': ['name', 'username'] })
  expect([...parameters]).toEqual([['user.fields', 'name,username']])
})
