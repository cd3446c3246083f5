import { expect, test } from 'vitest'
import type { ReplyChoiceRow } from '../../../../shared/contract/library-rows.ts'
import type { UseOrigin } from '../../../../shared/domain/library/canned-reply.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { addReply, detailOf, saveOver } from '../../testing/library-fixtures.ts'

async function asks(core: TestCore, text: string): Promise<string> {
  const customer = core.customer()
  core.say(customer, text)
  await core.round()
  return core.keyOf(customer)
}

/** Uses a reply for what a customer asks. @returns the id of the outbox entry */
async function answers(
  core: TestCore,
  text: string,
  reply: string,
  from: UseOrigin | null = 'picker'
): Promise<string> {
  const conversation = await asks(core, text)
  const { newest } = await detailOf(core, reply)
  const { outboxId } = await core.client.run('thread.reply', {
    conversation,
    text: newest.content.body,
    canned: [{ reply, version: newest.id, text: newest.content.body, from }]
  })
  return outboxId
}

function ask(core: TestCore, conversation: string): Promise<readonly ReplyChoiceRow[]> {
  return core.client.ask('library.suggestions', { conversation })
}

/** Asks for the first time, which begins the learning, and lets it come to its end. */
async function learned(core: TestCore, conversation: string): Promise<readonly ReplyChoiceRow[]> {
  await ask(core, conversation)
  await core.pass(10_000)
  return ask(core, conversation)
}

test('what the team answered before is suggested for a message like it, with why', async () => {
  await using core = await createTestCore()
  const refund = await addReply(core, { title: 'Refund', body: 'We have sent your money back today.' })
  const hours = await addReply(core, { title: 'Hours', body: 'We are open from nine to five.' })
  for (const colour of ['red', 'blue', 'green']) {
    await answers(core, `My ${colour} kettle never arrived, cancel everything`, refund)
    await answers(core, `Can I drop by in ${colour} clothes`, hours)
  }
  const waiting = await asks(core, 'The white kettle never arrived')
  const [best, ...others] = await learned(core, waiting)
  expect(best).toMatchObject({ id: refund, title: 'Refund', body: 'We have sent your money back today.' })
  expect(best?.why).toEqual(
    expect.arrayContaining([
      { kind: 'answered-alike', times: 3 },
      { kind: 'words', words: expect.arrayContaining(['kettle', 'arrived']) },
      { kind: 'used', times: 3, byMe: true }
    ])
  )
  expect(others.length).toBeLessThanOrEqual(2)
  await core.restart()
  expect((await learned(core, waiting))[0]).toEqual(best)
})

test('nothing is suggested while nobody waits, and where nothing is telling', async () => {
  await using core = await createTestCore()
  const refund = await addReply(core, { body: 'We have sent your money back today.' })
  for (let nth = 0; nth < 3; nth += 1) await answers(core, 'kettle never arrived', refund)
  const waiting = await asks(core, 'kettle never arrived')
  expect(await learned(core, waiting)).toHaveLength(1)
  expect(await ask(core, await asks(core, 'Guten Abend zusammen'))).toEqual([])
  await core.reply(waiting, 'We look into it')
  expect(await ask(core, waiting)).toEqual([])
})

test('what the team wrote before there was a library counts, names and links aside', async () => {
  await using core = await createTestCore()
  for (const name of ['Ana', 'Ben', 'Cem']) {
    const conversation = await asks(core, `kettle never arrived, says ${name}`)
    await core.reply(conversation, `Hi ${name}! We have sent your money back today: https://shop.example/${name} -JK`)
    await core.pass(60_000)
    await core.round()
  }
  const waiting = await asks(core, 'my kettle never arrived')
  const refund = await addReply(core, { body: 'Hello {{ customer.first_name }}, we have sent your money back today.' })
  const [best] = await learned(core, waiting)
  expect(best).toMatchObject({ id: refund })
  expect(best?.why).toContainEqual({ kind: 'answered-alike', times: 3 })
})

test('suggestions are live: with what the customer writes, with what is used and taken back, and with the library', async () => {
  await using core = await createTestCore()
  const refund = await addReply(core, { title: 'Refund', body: 'We have sent your money back today.' })
  for (let nth = 0; nth < 3; nth += 1) await answers(core, 'kettle never arrived', refund)
  const customer = core.customer()
  core.say(customer, 'Guten Abend')
  await core.round()
  const conversation = core.keyOf(customer)
  expect(await learned(core, conversation)).toEqual([])
  core.say(customer, 'kettle never arrived')
  await core.round()
  const why = async () => (await ask(core, conversation))[0]?.why
  expect(await why()).toContainEqual({ kind: 'answered-alike', times: 3 })
  const outboxId = await answers(core, 'kettle never arrived', refund)
  await core.pass(100)
  expect(await why()).toContainEqual({ kind: 'answered-alike', times: 4 })
  await core.client.run('outbox.undo', { outboxId })
  await core.pass(100)
  expect(await why()).toContainEqual({ kind: 'answered-alike', times: 3 })
  await saveOver(core, refund, { title: 'Money back' })
  await core.client.run('library.approve', { replies: [refund] })
  await core.pass(100)
  expect((await ask(core, conversation))[0]?.title).toBe('Money back')
  await core.client.run('library.retire', { replies: [refund] })
  expect(await ask(core, conversation)).toEqual([])
})

test('a customer who writes Spanish is offered the Spanish text', async () => {
  await using core = await createTestCore()
  const refund = await addReply(core, {
    body: 'We have sent your money back today.',
    language: 'en',
    variants: [{ language: 'es', body: 'Hoy te hemos devuelto el dinero.', outdated: false }]
  })
  const spanish = 'Buenos días, el hervidor que pedí la semana pasada nunca ha llegado a mi casa'
  for (let nth = 0; nth < 3; nth += 1) await answers(core, spanish, refund)
  const [best] = await learned(core, await asks(core, spanish))
  expect(best).toMatchObject({ id: refund, language: 'es', body: 'Hoy te hemos devuelto el dinero.' })
  expect(best?.why).toContainEqual({ kind: 'language', language: 'es' })
})

test('what was shown and what was taken is counted, each message once; an account takes its part along', async () => {
  await using core = await createTestCore()
  const use = async () => (await core.client.ask('library.suggestionUse', {}))[0]
  expect(await use()).toEqual({ id: 'suggestions', shown: 0, taken: 0 })
  const refund = await addReply(core)
  const conversation = await asks(core, 'kettle never arrived')
  await core.client.run('library.suggestionsShown', { conversation, message: '17', replies: 3 })
  await core.client.run('library.suggestionsShown', { conversation, message: '17', replies: 2 })
  await answers(core, 'kettle', refund, 'suggestion')
  await answers(core, 'kettle', refund, 'shortcut')
  expect(await use()).toEqual({ id: 'suggestions', shown: 1, taken: 1 })
  await core.client.run('accounts.remove', { account: core.accountId })
  expect(await use()).toEqual({ id: 'suggestions', shown: 0, taken: 0 })
})

test('an account that is removed takes along what was learned from its customers', async () => {
  await using core = await createTestCore()
  const refund = await addReply(core, { title: 'Refund', body: 'We have sent your money back today.' })
  for (let nth = 0; nth < 3; nth += 1) await answers(core, 'kettle never arrived', refund)
  expect(await learned(core, await asks(core, 'kettle never arrived'))).toHaveLength(1)
  await core.client.run('accounts.remove', { account: core.accountId })
  await core.addAccount()
  await core.pass(10_000)
  const customer = core.customer()
  core.say(customer, 'kettle never came')
  await core.round()
  expect(await ask(core, core.keyOf(customer))).toEqual([])
})
