import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

let core: TestCore
/** Texts of hits, newest first. */
async function texts(text: string): Promise<string[]> {
  return (await core.client.ask('search.messages', { text, limit: 50 })).map((hit) => hit.snippet)
}

beforeAll(async () => {
  core = await createTestCore()
  const ana = core.customer({ name: 'Ana Silva', username: 'anas' })
  const ben = core.customer({ name: 'Ben Ito', username: 'benito' })
  const zoe = core.customer({ name: 'Zoë O’Hara', username: 'zoe' })
  core.say(ana, 'My parcel is late', { at: core.clock.now() - 20 * 86_400_000 })
  core.say(ana, 'Where is my refund?')
  core.say(ben, 'The refund came, thanks')
  core.say(ben, 'See this', { media: { kind: 'picture', motif: 'broken-mug', seed: 3 } })
  core.say(zoe, 'Is code LAMP-20 still good?')
  await core.round()
  await core.reply(core.keyOf(ben), 'You are welcome, refund closed')
  await core.round()
  core.clock.advance(60_000)
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ben)] })
  const tagged = await core.client.run('tags.create', { name: 'Späte Lieferung', colour: 'red', group: null })
  await core.client.run('inbox.tag', { conversations: [core.keyOf(ana)], add: [tagged.tag] })
  const { member } = await core.client.run('team.add', { name: 'Mira Chen' })
  await core.client.run('inbox.assign', { conversations: [core.keyOf(ana)], member })
  await core.client.run('inbox.setCategory', { conversations: [core.keyOf(ana)], category: 'billing' })
  await core.client.run('inbox.setPriority', { conversations: [core.keyOf(zoe)], priority: 'high' })
  await core.client.run('notes.add', { conversation: core.keyOf(zoe), text: 'refund by hand next week' })
  await core.client.run('thread.saveDraft', {
    conversation: core.keyOf(ana),
    text: 'Dear Ana',
    base: null,
    revision: 'one'
  })
})

afterAll(() => core[Symbol.asyncDispose]())

test.each<[string, string[]]>([
  ['from:anas', ['Where is my refund?', 'My parcel is late']],
  ['from:@ANAS refund', ['Where is my refund?']],
  ['from:"ana sil"', ['Where is my refund?', 'My parcel is late']],
  ['from:us', ['You are welcome, refund closed']],
  ['from:me', ['You are welcome, refund closed']],
  ['from:them refund', ['The refund came, thanks', 'Where is my refund?']],
  ['to:benito', ['You are welcome, refund closed']],
  ['to:anas', []],
  ['to:us late', ['My parcel is late']],
  ['refund -thanks', ['refund by hand next week', 'You are welcome, refund closed', 'Where is my refund?']],
  ['refund -from:us', ['The refund came, thanks', 'Where is my refund?']],
  ['has:photo', ['See this']],
  ['has:media -has:video', ['See this']],
  ['has:video', []],
  ['late OR thanks', ['The refund came, thanks', 'My parcel is late']],
  ['late OR has:photo', ['See this', 'My parcel is late']],
  ['(late OR thanks) -from:benito', ['My parcel is late']],
  ['before:7d', ['My parcel is late']],
  ['parcel after:7d', []],
  ['after:7d from:anas', ['Where is my refund?']],
  ['code:lamp-20', ['Is code LAMP-20 still good?']],
  ['refund is:resolved', ['You are welcome, refund closed', 'The refund came, thanks']],
  ['refund is:open', ['refund by hand next week', 'Where is my refund?']],
  ['refund in:resolved from:them', ['The refund came, thanks']],
  ['refund has:note', ['refund by hand next week']],
  // About conversations: the newest message of each.
  ['is:resolved', ['You are welcome, refund closed']],
  ['is:draft', ['Where is my refund?']],
  ['is:note', ['Is code LAMP-20 still good?']],
  ['is:answered', []],
  ['is:waiting', ['Is code LAMP-20 still good?', 'Where is my refund?']],
  ['is:waiting -is:draft', ['Is code LAMP-20 still good?']],
  ['-is:waiting', ['You are welcome, refund closed']],
  ['-refund', ['Is code LAMP-20 still good?']],
  ['is:open -after:1h -"not a word of it"', []],
  ['is:group', []],
  ['tag:"späte lieferung"', ['Where is my refund?']],
  ['tag:"spate lieferung" parcel', ['My parcel is late']],
  ['tag:none is:open', ['Is code LAMP-20 still good?']],
  ['-tag:"späte lieferung" refund from:them', ['The refund came, thanks']],
  ['assigned:mira', ['Where is my refund?']],
  ['assigned:me', []],
  ['assigned:nobody is:open', ['Is code LAMP-20 still good?']],
  ['assigned:anybody', ['Where is my refund?']],
  ['category:billing', ['Where is my refund?']],
  ['category:none', ['Is code LAMP-20 still good?', 'You are welcome, refund closed']],
  ['priority:high', ['Is code LAMP-20 still good?']],
  ['priority:normal is:open', ['Where is my refund?']],
  ['in:unassigned', ['Is code LAMP-20 still good?']],
  ['in:mine', []],
  ['is:snoozed OR is:spam OR is:request OR is:due OR is:promised', []],
  // What is wrong is left out; what is not there finds nothing.
  ['parcel is:bogus', ['My parcel is late']],
  ['from:nobody_at_all', []],
  ['-from:nobody_at_all parcel', ['My parcel is late']]
])('“%s”', async (text, wanted) => {
  expect(await texts(text)).toEqual(wanted)
})

test('within one conversation', async () => {
  const ben = core.world.userByUsername('benito')
  if (ben === undefined) throw new Error('there is no Ben')
  const hits = await core.client.ask('search.inConversation', {
    text: 'refund',
    conversation: core.keyOf(ben),
    limit: 50
  })
  expect(hits.map((hit) => hit.snippet)).toEqual(['You are welcome, refund closed', 'The refund came, thanks'])
})

describe('what is wrong', () => {
  test.each([
    ['form:ana', 'unknown-operator', 'from:ana'],
    ['from:nobody_at_all', 'unknown-name', null],
    ['tag:lieferung', 'unknown-name', null],
    ['tag:"späte liefrung"', 'unknown-name', 'tag:"Späte Lieferung"'],
    ['assigned:mirra', 'unknown-name', null],
    ['assigned:nobdy', 'unknown-name', 'assigned:nobody'],
    ['category:biling', 'unknown-value', 'category:billing'],
    ['in:resolvd', 'unknown-name', 'in:resolved'],
    ['refund', undefined, undefined]
  ])('“%s” is %s', async (text, code, replacement) => {
    const [problem] = await core.client.ask('search.problems', { text })
    expect(problem?.code).toBe(code)
    expect(problem?.replacement).toBe(replacement)
  })
})
