import { useCore } from '../../../core/core-context.ts'
import { useCommand } from '../../../core/use-command.ts'
import { foldLabel } from '../../../ui/Picker/match-options.ts'

/**
 * Keeps codes of campaigns for a conversation, by the names that a canned reply calls them. One that cannot be given is
 * not there, and says why; its placeholder stays visible.
 */
export function useReserve(
  conversation: string
): (names: readonly string[], reply: string) => Promise<ReadonlyMap<string, string>> {
  const { client } = useCore()
  const run = useCommand()
  return async (names, reply) => {
    const campaigns = await client.ask('promos.list', {}).catch(() => [])
    const codes = new Map<string, string>()
    for (const name of names) {
      const campaign = campaigns.find(({ content }) => foldLabel(content.name) === foldLabel(name))
      if (campaign === undefined) continue
      const kept = await run('promos.reserve', { conversation, campaign: campaign.id, reply })
      if (kept !== null) codes.set(name, kept.result.code)
    }
    return codes
  }
}
