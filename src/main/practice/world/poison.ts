import { bareNumber } from '../api/reply.ts'
import type { World } from '../world.ts'
import { directConversation } from './snowflake.ts'
import type { WorldEvent } from './types.ts'

const SCRIPT = '<script>globalThis.__poisoned = true</script><img src=x onerror="globalThis.__poisoned = true">'

/** Kinds of broken or nasty events, for tests: what the client must show as text, or skip, and survive. */
export const POISONS = {
  nullBytes: { text: 'before\u0000after \u0001\u001b[31m \ud800 lone surrogate' },
  hugeText: { text: `${'long '.repeat(1999)}end!!` },
  tooLongText: { text: 'x'.repeat(250_000) },
  scriptText: { text: SCRIPT },
  bidi: { text: 'invoice_\u202Egnp.exe \u2066nested\u2069 \u200f' },
  numberId: { id: bareNumber('1790000000000000129') },
  hugeId: { id: '99999999999999999999999999' },
  wordId: { id: 'not-a-number' },
  nullId: { id: null },
  missingId: { id: undefined },
  missingType: { event_type: undefined },
  unknownType: { event_type: 'ReactionCreate' },
  numberText: { text: 42 },
  nullText: { text: null },
  arrayText: { text: ['a', 'b'] },
  badTime: { created_at: 'yesterday' },
  missingTime: { created_at: undefined },
  farFuture: { created_at: '9999-12-31T23:59:59.000Z' },
  badConversation: { dm_conversation_id: '../../etc/passwd' },
  missingConversation: { dm_conversation_id: undefined },
  numberSender: { sender_id: bareNumber('9007199254740993') },
  missingSender: { sender_id: undefined },
  badAttachments: { attachments: 'none' },
  unknownMedia: { attachments: { media_keys: ['3_404', 7] } },
  javascriptLink: {
    text: 'look https://t.co/abcdefghij',
    entities: {
      urls: [
        {
          start: 5,
          end: 28,
          url: 'https://t.co/abcdefghij',
          expanded_url: 'javascript:alert(1)',
          display_url: 'example.com'
        }
      ]
    }
  },
  badOffsets: {
    text: 'x',
    entities: { urls: [{ start: -5, end: 9999, url: 'https://t.co/abcdefghij' }, null, 'word'] }
  },
  extraKeys: { reactions: [{ emoji: '👍' }], __proto__polluted: { admin: true } }
} satisfies Record<string, Record<string, unknown>>
export type PoisonName = keyof typeof POISONS

/** Puts one event of every kind (or of the named ones) into the conversation with `userId`. Oldest first. */
export function poison(
  world: World,
  userId: string,
  names: readonly PoisonName[] = Object.keys(POISONS) as PoisonName[]
): WorldEvent[] {
  const conversationId = directConversation(world.brand.id, userId)
  return names.map((name) =>
    world.addRaw(conversationId, { text: `poison ${name}`, ...POISONS[name] }, { senderId: userId })
  )
}

/** A customer whose profile is markup, and as long as X allows. */
export function poisonUser(world: World): { id: string } {
  return world.addUser({
    username: 'poison_profile',
    name: SCRIPT,
    description: `${SCRIPT}\u0000\u202E`,
    location: '"><b>x'
  })
}
