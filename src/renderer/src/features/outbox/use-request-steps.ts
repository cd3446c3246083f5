import { useCommand } from '../../core/use-command.ts'

export type RequestStep = 'undo' | 'retry' | 'discard'

/** Carries out what the buttons beside a request offer. */
export function useRequestSteps(): (step: RequestStep, requestId: string) => void {
  const run = useCommand()
  return (step, requestId) => void run(`requests.${step}`, { requestId })
}
