import { notifications } from '@mantine/notifications'
import { t } from '../i18n/t.ts'
import type { CommandInput, CommandName, CommandResults } from '../../../shared/contract/commands.ts'
import { useCore } from './core-context.ts'
import { errorWords } from './error-words.ts'

/** Runs a command; resolves with its result, or with null after telling the user what went wrong. */
export type RunCommand = <N extends CommandName>(
  name: N,
  input: CommandInput<N>
) => Promise<{ result: CommandResults[N] } | null>

export function useCommand(): RunCommand {
  const { client } = useCore()
  return async (name, input) => {
    try {
      return { result: await client.run(name, input) }
    } catch (error) {
      notifications.show({ color: 'red', title: t('That did not work'), message: errorWords(error), autoClose: 8_000 })
      return null
    }
  }
}
