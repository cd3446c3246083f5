import type { CommandInput } from '../../../shared/contract/commands.ts'
import type { CannedReplyDetailRow } from '../../../shared/contract/library-rows.ts'
import type { TestCore } from './create-test-core.ts'

type Save = CommandInput<'library.save'>

/** A reply in the library, still a draft. @returns its id */
export async function writeReply(
  core: TestCore,
  content: Partial<Save['content']> = {},
  placement: Save['placement'] = {}
): Promise<string> {
  const whole = { title: 'Refund', body: 'Your refund is on its way.', ...content }
  return (await core.client.run('library.save', { reply: null, base: null, content: whole, placement })).reply
}

/** The same, approved. */
export async function addReply(
  core: TestCore,
  content: Partial<Save['content']> = {},
  placement: Save['placement'] = {}
): Promise<string> {
  const reply = await writeReply(core, content, placement)
  await core.client.run('library.approve', { replies: [reply] })
  return reply
}

export async function detailOf(core: TestCore, reply: string): Promise<CannedReplyDetailRow> {
  const [detail] = await core.client.ask('library.reply', { reply })
  if (!detail) throw new Error('there is no such reply')
  return detail
}

/** Saves over the newest version. @returns the id of the new one */
export async function saveOver(core: TestCore, reply: string, change: Partial<Save['content']>): Promise<string> {
  const { newest, kind, folder, tags, scope, team } = await detailOf(core, reply)
  const placement = { kind, folder: [...folder], tags: [...tags], scope, team }
  const content = { ...newest.content, ...change }
  return (await core.client.run('library.save', { reply, base: newest.id, content, placement })).version
}
