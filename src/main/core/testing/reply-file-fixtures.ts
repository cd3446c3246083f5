import type { ReplyAttachment } from '../../../shared/domain/library/canned-reply.ts'
import { pieces } from './attachment-fixtures.ts'
import type { TestCore } from './create-test-core.ts'

/** Takes a file in for a canned reply, as the editor does. @returns what a version says of it */
export async function keepFile(core: TestCore, bytes: Buffer, name = 'mug.png'): Promise<ReplyAttachment> {
  const { attachment: hash } = await core.core.attach({ conversation: null, name, body: pieces(bytes) })
  const [kept] = await core.client.ask('library.file', { hash })
  if (!kept) throw new Error('the file was not kept')
  return { hash, name, type: kept.type, bytes: kept.size }
}

/** The bytes behind a `media/…` path; null when there are none. */
export async function bytesAt(core: TestCore, src: string | null | undefined): Promise<Buffer | null> {
  const file = await core.core.media((src ?? '').replace(/^media\//u, ''), null)
  if (file === null) return null
  const chunks: Uint8Array[] = []
  for await (const chunk of file.body) chunks.push(chunk)
  return Buffer.concat(chunks)
}
