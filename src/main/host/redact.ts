const SECRET_NAMES =
  /token|secret|password|passphrase|authorization|bearer|cookie|verifier|databasekey|^(text|name|username|title|snippet|preview|body)$/i
const SECRETS_IN_TEXT: readonly [RegExp, string][] = [
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [secret]'],
  [/([?&#](?:code|state|token|access_token|refresh_token|client_secret|code_verifier)=)[^&\s"']+/gi, '$1[secret]'],
  [/("(?:access_token|refresh_token|code_verifier|client_secret)"\s*:\s*")[^"]*/gi, '$1[secret]']
]
const MAX_TEXT = 2_000
const MAX_DEPTH = 5

/** Takes tokens out of a text that is about to be logged, and cuts it when it is absurdly long. */
export function redactText(text: string): string {
  const clean = SECRETS_IN_TEXT.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
  return clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT)}… (${clean.length} characters)` : clean
}

/**
 * Makes a value fit for the log: fields whose name speaks of secrets, message texts or people are replaced, errors
 * become plain objects, depth is limited. The core never logs such things; this is the second line.
 */
function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MAX_DEPTH) return '[deep]'
  if (value instanceof Error) return redactError(value, depth)
  if (Array.isArray(value)) return value.slice(0, 50).map((item: unknown) => redactValue(item, depth + 1))
  return redactFields(value, depth)
}

export function redactFields(fields: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      SECRET_NAMES.test(name) && value !== null ? '[redacted]' : redactValue(value, depth + 1)
    ])
  )
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const code: unknown = 'code' in error ? error.code : undefined
  return {
    kind: error.name,
    message: redactText(error.message),
    ...(code === undefined ? {} : { code: redactValue(code, depth + 1) }),
    stack: redactText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, depth + 1) })
  }
}
