/** Sixteen digits and more may exceed 2^53; texts can hold such runs too, then the careful way merely costs time. */
const MAYBE_BIG_INTEGER = /[:[,\s]-?\d{16,}/

/**
 * JSON.parse that keeps integers beyond 2^53 as text: X writes some ids as bare 64-bit numbers, and a rounded id names
 * somebody else.
 * @throws SyntaxError for text that is no JSON, RangeError for absurdly deep JSON.
 */
export function parseJson(text: string): unknown {
  const value: unknown = MAYBE_BIG_INTEGER.test(text) ? JSON.parse(text, keepBigIntegers) : JSON.parse(text)
  return value
}

function keepBigIntegers(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  const source = context?.source
  return source !== undefined && /^-?\d+$/.test(source) ? source : value
}
