import { z } from 'zod'

const Files = z
  .object({
    files: z.array(
      z
        .object({ fileName: z.string().max(500) })
        .nullable()
        .catch(null)
    )
  })
  .nullish()
  .catch(null)

const Manifest = z.object({
  dataTypes: z.object({
    directMessages: Files,
    directMessage: Files,
    directMessagesGroup: Files,
    directMessageGroup: Files
  })
})

/** The message files that manifest.js names, relative to the data folder, in its order; empty when it names none. */
export function messageFilesOfManifest(json: unknown): readonly string[] {
  const types = Manifest.safeParse(json).data?.dataTypes
  if (types === undefined) return []
  const lists = [types.directMessages, types.directMessage, types.directMessagesGroup, types.directMessageGroup]
  const names = lists.flatMap((list) => list?.files ?? []).flatMap((file) => (file === null ? [] : [file.fileName]))
  return [...new Set(names.map((name) => name.replace(/^(?:\.\/)?data\//, '')))]
}
