import { z } from 'zod'
import { XId } from '../../../shared/domain/ids.ts'

/** Whose archive it is. The names are those of the day it was made, null when not given. */
export interface ArchiveOwner {
  readonly accountId: string
  readonly username: string | null
  readonly displayName: string | null
}

const Name = z.string().max(200).nullish().catch(null)

const AccountFile = z
  .array(z.object({ account: z.object({ accountId: XId, username: Name, accountDisplayName: Name }) }))
  .min(1)

/** Reads the content of account.js (`[{ account: { accountId, … } }]`); null when it names nobody. */
export function ownerOfAccountFile(json: unknown): ArchiveOwner | null {
  const account = AccountFile.safeParse(json).data?.[0]?.account
  if (account === undefined) return null
  const { accountId, username, accountDisplayName } = account
  return { accountId, username: username ?? null, displayName: accountDisplayName ?? null }
}

const ManifestOwner = z.object({ userInfo: z.object({ accountId: XId, userName: Name, displayName: Name }) })

/** The same from manifest.js, which repeats it as `userInfo`. */
export function ownerOfManifest(json: unknown): ArchiveOwner | null {
  const user = ManifestOwner.safeParse(json).data?.userInfo
  if (user === undefined) return null
  return { accountId: user.accountId, username: user.userName ?? null, displayName: user.displayName ?? null }
}
