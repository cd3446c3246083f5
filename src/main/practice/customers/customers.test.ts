import { expect, test } from 'vitest'
import { createFakeClock } from '../../core/testing/fake-clock.ts'
import { seededRandom } from '../seeded-random.ts'
import type { World } from '../world.ts'
import { directConversation } from '../world/snowflake.ts'
import { createPracticeWorld, runPracticeCustomers } from '../workspace.ts'
import { cast } from './cast.ts'
import { groups } from './groups.ts'
import { intentsOf } from './intents.ts'
import { customerId, orderNumber } from './populate.ts'
import type { CustomerScript } from './script.ts'
import { agoMs, lineText } from './script.ts'
import { surveyAnswer, surveyScale } from './survey-answers.ts'
import { suggestedTexts } from '../../../shared/domain/survey/suggested-texts.ts'

const MINUTE = 60_000

function open(seed = 7) {
  const clock = createFakeClock()
  const world = createPracticeWorld({ clock })
  const director = runPracticeCustomers(world, seededRandom(seed))
  return { clock, world, director }
}
function scriptOf(username: string): CustomerScript {
  const script = cast.find((candidate) => candidate.username === username)
  if (script === undefined) throw new Error(`Nobody is called ${username}`)
  return script
}
/** What a customer and the shop said to each other since the start of the test. */
function talk(world: World, username: string, since: number): string[] {
  const id = customerId(scriptOf(username))
  const conversationId = directConversation(id, world.brand.id)
  return world
    .events()
    .filter((event) => event.conversationId === conversationId && event.at >= since && event.senderId === id)
    .map((event) => event.text)
}
function answer(world: World, username: string, text: string): void {
  world.say(world.brand.id, customerId(scriptOf(username)), text, { viaApi: true })
}

test('at least 60 customers with distinct handles, names and ids that X would accept', () => {
  expect(cast.length).toBeGreaterThanOrEqual(64)
  expect(new Set(cast.map((script) => script.username.toLowerCase())).size).toBe(cast.length)
  expect(new Set(cast.map((script) => script.name)).size).toBe(cast.length)
  expect(new Set(cast.map(customerId)).size).toBe(cast.length)
  for (const script of cast) {
    expect(script.username).toMatch(/^[A-Za-z0-9_]{4,15}$/)
    expect([...script.name].length).toBeLessThanOrEqual(50)
    expect([...script.bio].length).toBeLessThanOrEqual(160)
    expect(customerId(script)).toMatch(/^\d{7,19}$/)
    expect(Boolean(script.past) !== Boolean(script.opens), script.username).toBe(true)
  }
  expect(cast.filter((script) => script.opens).length).toBeGreaterThanOrEqual(15)
})

test('every past is told in order and within the 30 days', () => {
  for (const script of cast) {
    const ages = (script.past ?? []).map(([, ago]) => agoMs(ago))
    expect(ages, script.username).toEqual(ages.toSorted((a, b) => b - a))
    expect(new Set(ages).size).toBe(ages.length)
    for (const age of ages) expect(age).toBeLessThan(25 * 86_400_000)
  }
  for (const group of groups) {
    const ages = group.past.map((step) => agoMs('ago' in step ? step.ago : step[1]))
    expect(ages).toEqual(ages.toSorted((a, b) => b - a))
    const names = [...group.members, ...group.past.flatMap((step) => ('joins' in step ? step.joins : []))]
    for (const name of names) scriptOf(name)
  }
})

test('the cast covers what an agent will meet', () => {
  const languages = new Set(cast.map((script) => script.language ?? 'en'))
  for (const language of ['de', 'es', 'fr', 'pt', 'ja', 'zh', 'ko', 'tr', 'hi', 'ar', 'he'])
    expect(languages).toContain(language)
  const lines = cast.flatMap((script) => [...(script.past ?? []).map(([, , line]) => line), ...(script.opens ?? [])])
  const kinds = new Set(lines.flatMap((line) => (typeof line === 'string' ? [] : [line.media.kind])))
  expect([...kinds].toSorted()).toEqual(['gif', 'picture', 'video', 'voice'])
  expect(Math.max(...lines.map((line) => lineText(line).length))).toBeGreaterThan(2900)
  expect(
    lines.some((line) => /^\p{Extended_Pictographic}+[\p{Extended_Pictographic}\u{FE0F}]*$/u.test(lineText(line)))
  ).toBe(true)
  expect(cast.some((script) => script.username.length === 15 && script.name.length > 35)).toBe(true)
  expect(groups.length).toBe(2)
  // No number that could be somebody's card.
  for (const line of lines)
    expect(lineText(line).replaceAll('4111 1111 1111 1111', '')).not.toMatch(/\d{4} ?\d{4} ?\d{4}/)
})

test('the world at first start: waiting for minutes, hours and days, some answered, some settled', () => {
  const { world, clock, director } = open()
  const last = new Map(world.events().map((event) => [event.conversationId, event]))
  const waiting = [...last.values()]
    .filter((event) => event.senderId !== world.brand.id)
    .map((event) => clock.now() - event.at)
  expect(waiting.filter((age) => age < 60 * MINUTE).length).toBeGreaterThan(8)
  expect(waiting.filter((age) => age > 60 * MINUTE && age < 24 * 60 * MINUTE).length).toBeGreaterThan(8)
  expect(waiting.filter((age) => age > 24 * 60 * MINUTE).length).toBeGreaterThan(5)
  expect([...last.values()].filter((event) => event.senderId === world.brand.id).length).toBeGreaterThan(4)
  expect(world.groups()).toHaveLength(2)
  director.stop()
})

test('intents are read in several languages, and an order number is no discount code', () => {
  expect(intentsOf('Sorry about that! What is your order number?')).toEqual(
    new Set(['anything', 'apologises', 'asks-order', 'asks'])
  )
  expect(intentsOf('Use the code SPRING-20X at checkout')).toContain('gives-code')
  expect(intentsOf('Your order JV-12345 left today, tracking: https://example.com')).not.toContain('gives-code')
  expect(intentsOf('Entschuldigung! Wie lautet die Bestellnummer?')).toEqual(
    new Set(['anything', 'apologises', 'asks-order', 'asks'])
  )
  expect(intentsOf('申し訳ありません。交換いたします。')).toEqual(new Set(['anything', 'apologises', 'replaces']))
  expect(intentsOf('نعتذر، سنرسل لك بديل')).toContain('apologises')
  expect(intentsOf('Let me check this for you')).toContain('waits')
})

test('a customer answers what the agent says, each thing once, and comes to an end', () => {
  const { clock, world, director } = open()
  const start = clock.now()
  answer(world, 'tamsin_grove', 'Hello Tamsin, what is your order number?')
  clock.advance(60_000)
  expect(talk(world, 'tamsin_grove', start)).toEqual([orderNumber('tamsin_grove')])
  answer(world, 'tamsin_grove', 'So sorry! We will send a replacement today.')
  clock.advance(90_000)
  expect(talk(world, 'tamsin_grove', start)).toHaveLength(3)
  for (let index = 0; index < 12; index += 1) {
    answer(world, 'tamsin_grove', `We are looking at it, number ${index}?`)
    clock.advance(60_000)
  }
  expect(talk(world, 'tamsin_grove', start).length).toBeLessThanOrEqual(10)
  expect(new Set(talk(world, 'tamsin_grove', start)).size).toBe(talk(world, 'tamsin_grove', start).length)
  director.stop()
})

test('several quick messages of the agent get one answer', () => {
  const { clock, world, director } = open()
  const start = clock.now()
  answer(world, 'kofi_amand', 'Hello Kofi,')
  answer(world, 'kofi_amand', 'we have sent the refund just now.')
  clock.advance(40_000)
  expect(talk(world, 'kofi_amand', start)).toEqual(['Thank you. How many working days should I note down?'])
  director.stop()
})

test('other languages answer in their own, spam and closed doors never', () => {
  const { clock, world, director } = open()
  const start = clock.now()
  answer(world, 'jutta_brenner', 'Vielen Dank, wir schicken das Sieb.')
  answer(world, 'noga_peretz', 'Sorry! What is your order number?')
  answer(world, 'verify_helpdesk', 'Hello, what is this about?')
  clock.advance(90_000)
  expect(talk(world, 'jutta_brenner', start).length).toBeGreaterThan(0)
  expect(talk(world, 'noga_peretz', start)).toEqual([expect.stringMatching(/[\u0590-\u05FF]/)])
  expect(talk(world, 'verify_helpdesk', start)).toEqual([])
  director.stop()
})

test('unasked events come one by one, every 20 to 60 seconds, with new customers, nudges and group talk among them', () => {
  const { clock, world, director } = open()
  const start = clock.now()
  const before = world.events().length
  clock.advance(30_000)
  expect(world.events().length).toBeGreaterThan(before)
  clock.advance(30 * MINUTE)
  const fresh = world.events().slice(before)
  expect(fresh.length).toBeGreaterThan(25)
  expect(fresh.length).toBeLessThan(110)
  const arrivals = cast.filter((script) => script.opens && talk(world, script.username, start).length > 0)
  expect(arrivals.length).toBeGreaterThan(8)
  expect(fresh.some((event) => world.groups().some((group) => group.id === event.conversationId))).toBe(true)
  for (let index = 1; index < fresh.length; index += 1) {
    const gap = (fresh[index]?.at ?? 0) - (fresh[index - 1]?.at ?? 0)
    expect(gap).toBeGreaterThanOrEqual(1000)
  }
  director.stop()
  const after = world.events().length
  clock.advance(30 * MINUTE)
  expect(world.events()).toHaveLength(after)
})

test('the same random source plays the same play', () => {
  const play = (seed: number): string[] => {
    const { clock, world, director } = open(seed)
    clock.advance(20 * MINUTE)
    director.stop()
    return world.events().map((event) => `${event.at} ${event.text}`)
  }
  expect(play(3)).toEqual(play(3))
  expect(play(3)).not.toEqual(play(4))
})

test('a day without anybody answering is no flood', () => {
  const { clock, world, director } = open()
  const before = world.events().length
  clock.advance(8 * 60 * MINUTE)
  expect(world.events().length - before).toBeLessThan(400)
  director.stop()
})

test('a shop that answers everything is still asked little things hours later', () => {
  const { clock, world, director } = open()
  world.onEvent((event) => {
    if (event.type !== 'MessageCreate' || event.senderId === world.brand.id || !event.conversationId.includes('-'))
      return
    clock.after(30_000, () =>
      world.say(world.brand.id, event.senderId ?? '', 'Thank you, all set! Have a lovely day.', { viaApi: true })
    )
  })
  clock.advance(4 * 60 * MINUTE)
  const count = world.events().length
  clock.advance(30 * MINUTE)
  expect(world.events().length).toBeGreaterThan(count + 4)
  director.stop()
})

test('a saved state goes on where it stopped', () => {
  const { clock, world, director } = open()
  answer(world, 'marta_kiln', 'Sorry Marta! The parcel is on its way now.')
  director.stop()
  const start = clock.now()
  const again = runPracticeCustomers(world, seededRandom(1), structuredClone(director.state()))
  clock.advance(60_000)
  expect(talk(world, 'marta_kiln', start)).toContain('Oh good, it moved!')
  again.stop()
})

test('who writes is seen typing first, and reads what the shop answers', () => {
  const { clock, world } = open()
  const typing = new Set<string>()
  const read: string[] = []
  let messages = 0
  world.onSignal((signal) => {
    if (signal.kind === 'typing') typing.add(signal.fromUserId)
    if (signal.kind === 'read') read.push(`${signal.readerId} ${signal.eventId}`)
  })
  world.onEvent(({ type, senderId, conversationId }) => {
    if (type !== 'MessageCreate' || senderId === null || senderId === world.brand.id) return
    if (!conversationId.includes('-')) return
    messages += 1
    expect(typing.delete(senderId), 'typed before').toBe(true)
  })
  clock.advance(10 * MINUTE)
  expect(messages).toBeGreaterThan(3)
  const event = world.events().findLast((each) => each.conversationId.includes('-'))
  const customer = event?.senderId ?? ''
  const reply = world.say(world.brand.id, customer, 'Thank you!', { viaApi: true })
  clock.advance(10_000)
  expect(read).toContain(`${customer} ${reply.id}`)
})

test('surveys are heard, and answered by most as people do; a question about size is none', () => {
  expect(surveyScale(suggestedTexts.csat)).toBe(5)
  expect(surveyScale(suggestedTexts.nps)).toBe(10)
  expect(surveyScale('Wie war es, von 1 bis 5?')).toBe(5)
  for (const text of ['It takes 3 to 5 days', 'order 1-52', 'Is 10 fine?']) expect(surveyScale(text)).toBeNull()
  const answers = cast.map((script) => surveyAnswer(script, 5))
  expect(answers.filter((answer) => answer === null).length).toBeGreaterThan(2)
  expect(new Set(answers).size).toBeGreaterThan(6)
})
