/** Why an archive cannot be imported at all. `message` is one sentence for the user that says what to do. */
export interface ArchiveProblem {
  readonly code: 'not-found' | 'not-an-archive' | 'unreadable' | 'refused'
  readonly message: string
}

export function isArchiveProblem(value: object): value is ArchiveProblem {
  return 'code' in value && 'message' in value
}

/** The path leads nowhere. */
export function notFound(path: string): ArchiveProblem {
  return { code: 'not-found', message: `There is nothing at ${path}. Check the path.` }
}

/** Something is there, but X did not send it. */
export function notAnArchive(path: string): ArchiveProblem {
  return {
    code: 'not-an-archive',
    message:
      `${path} is no X archive: it has no data/direct-messages.js. ` +
      `Choose the .zip that X sent you or the folder you unpacked it into.`
  }
}

export function unreadable(message: string): ArchiveProblem {
  return { code: 'unreadable', message }
}

export function refused(message: string): ArchiveProblem {
  return { code: 'refused', message }
}

/** The words of a thrown value, for the end of a sentence; never a stack trace. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
}
