import { categories, priorities } from '../src/shared/domain/conversation.ts'
import { tagColours } from '../src/shared/domain/tag.ts'
import type { CoreClient } from '../src/shared/core-client.ts'
import { seededRandom } from './generate.ts'
import { type Measured, summarise } from './measure.ts'

/** The most conversations one command takes. */
const BULK = 10_000
const PEOPLE = ['Maya', 'Tomás', 'Ines', 'Jun', 'Olga']
const TAGS = [
  'late',
  'refund',
  'vip',
  'damaged',
  'press',
  'wholesale',
  'returns',
  'login',
  'promo',
  'gift',
  'allergy',
  'legal'
]

/**
 * What a team leaves behind in three years, done through the commands of the console: four of five conversations are
 * resolved; of the rest most are assigned and read, some are snoozed, tagged, screened, and carry notes and drafts.
 * @param newestFirst keys of all conversations
 * @returns how long the commands over up to 10,000 conversations took
 */
export async function teamWork(client: CoreClient, newestFirst: readonly string[], seed: number): Promise<Measured> {
  const random = seededRandom(seed + 5)
  const open = newestFirst.slice(0, Math.ceil(newestFirst.length / 5))
  const some = (share: number, of = open): string[] => of.filter(() => random() < share)
  const times: number[] = []
  const bulk = async (keys: readonly string[], work: (conversations: string[]) => Promise<unknown>): Promise<void> => {
    for (let from = 0; from < keys.length; from += BULK) {
      const start = performance.now()
      await work(keys.slice(from, from + BULK))
      times.push(performance.now() - start)
    }
  }
  const members: string[] = []
  for (const name of PEOPLE) members.push((await client.run('team.add', { name })).member)
  const [me = ''] = members
  await client.run('team.setMe', { member: me })

  await bulk(newestFirst.slice(open.length), (conversations) => client.run('inbox.resolve', { conversations }))
  await bulk(some(0.6), (conversations) => client.run('inbox.markRead', { conversations }))
  for (const member of members) {
    await bulk(some(0.25), (conversations) => client.run('inbox.assign', { conversations, member }))
  }
  for (const [index, name] of TAGS.entries()) {
    const { tag } = await client.run('tags.create', {
      name,
      colour: tagColours[index % tagColours.length] ?? 'gray',
      group: null
    })
    await bulk(some(0.03, [...newestFirst]), (conversations) => client.run('inbox.tag', { conversations, add: [tag] }))
  }
  for (const category of categories) {
    await bulk(some(0.1), (conversations) => client.run('inbox.setCategory', { conversations, category }))
  }
  for (const priority of priorities) {
    await bulk(some(0.03), (conversations) => client.run('inbox.setPriority', { conversations, priority }))
  }
  const later = Date.now() + 90 * 86_400_000
  await bulk(some(0.08), (conversations) => client.run('inbox.snooze', { conversations, until: later }))
  await bulk(some(0.03), (conversations) => client.run('inbox.place', { conversations, place: 'requests' }))
  await bulk(some(0.01), (conversations) => client.run('inbox.place', { conversations, place: 'spam' }))

  for (const conversation of some(Math.min(0.5, 400 / open.length))) {
    await client.run('notes.add', { conversation, text: 'Refund promised by Friday, parcel checked with the depot' })
  }
  for (const conversation of some(Math.min(0.5, 200 / open.length))) {
    await client.run('thread.saveDraft', {
      conversation,
      text: 'Thanks for your patience, we are looking into',
      base: null,
      revision: `bench-${conversation}`
    })
  }
  return summarise('command over up to 10,000 conversations', times)
}
