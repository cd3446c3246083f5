import { z } from 'zod'

/** What a team can note about its customers, and how each kind is read. */
export const attributeTypes = ['text', 'number', 'date', 'yes-no', 'choice', 'link'] as const
export type AttributeType = (typeof attributeTypes)[number]

export const MAX_ATTRIBUTE_NAME = 40
const MAX_ATTRIBUTE_VALUE = 500
export const MAX_ATTRIBUTE_OPTIONS = 50
export const MAX_ATTRIBUTES = 60

export interface AttributeShape {
  readonly type: AttributeType
  /** Of a choice. */
  readonly options: readonly string[]
}

/** A value in the one form in which it is kept (null: none), or what is wrong with it in one sentence. */
export type ReadValue = { readonly value: string | null } | { readonly problem: string }

/** Reads what was typed. Dates as `2026-11-05`, numbers with a point or a comma, links with or without https. */
export function readAttribute({ type, options }: AttributeShape, typed: string): ReadValue {
  const text = typed.replace(/\s+/gu, ' ').trim()
  if (text === '') return { value: null }
  if (text.length > MAX_ATTRIBUTE_VALUE) return { problem: `Use at most ${MAX_ATTRIBUTE_VALUE} characters.` }
  switch (type) {
    case 'text':
      return { value: text }
    case 'number':
      return readNumber(text)
    case 'date':
      return readDate(text)
    case 'yes-no': {
      const word = text.toLowerCase()
      if (word === 'yes' || word === 'no') return { value: word }
      return { problem: 'Choose yes or no.' }
    }
    case 'choice': {
      const chosen = options.find((option) => option.toLowerCase() === text.toLowerCase())
      return chosen === undefined ? { problem: `Choose one of: ${options.join(', ')}.` } : { value: chosen }
    }
    case 'link':
      return readLink(text)
  }
}

function readNumber(text: string): ReadValue {
  const plain = text.replace(/[\s\u00A0']/gu, '')
  const number = /^[+-]?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN
  if (!Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER) {
    return { problem: 'Write a number, like 12 or 3.5.' }
  }
  return { value: String(number) }
}

function readDate(text: string): ReadValue {
  const problem = 'Write a date as year-month-day, like 2026-11-05.'
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (!parts) return { problem }
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { problem: 'There is no such day.' }
  return { value: date.toISOString().slice(0, 10) }
}

const WebAddress = z.url({ protocol: /^https?$/, hostname: /\./, normalize: true })

/** Only the web: an address that could run something is none. */
function readLink(text: string): ReadValue {
  const read = WebAddress.safeParse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)
  return read.success ? { value: read.data } : { problem: 'Write a web address, like https://example.com/order/12.' }
}
