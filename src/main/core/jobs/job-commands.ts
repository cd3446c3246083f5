import type { CommandDefinition } from '../commands/command-definition.ts'
import type { Jobs } from './jobs.ts'

export function jobCommands(jobs: Pick<Jobs, 'stop'>): { 'jobs.stop': CommandDefinition<'jobs.stop'> } {
  return {
    // Nothing is written: the job itself says that it ended.
    'jobs.stop': { kind: 'task', run: ({ job }) => Promise.resolve({ stopped: jobs.stop(job) }) }
  }
}
