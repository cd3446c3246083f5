import { msg } from '../../../../shared/i18n/message.ts'
import { t } from '../../i18n/t.ts'
import type { AttachmentRow } from '../../../../shared/contract/rows.ts'

const UNITS = [msg('{size, number, ::.#} KB'), msg('{size, number, ::.#} MB'), msg('{size, number, ::.#} GB')] as const

/** `840 bytes`, `12 KB`, `1.4 MB`: as X counts, 1 MB is 1,048,576 bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return t('{bytes, plural, one {# byte} other {# bytes}}', { bytes })
  let value = bytes / 1024
  let unit = 0
  while (value >= 1023.95 && unit < UNITS.length - 1) {
    value /= 1024
    unit += 1
  }
  return t(UNITS[unit] ?? UNITS[0], { size: value < 10 ? value : Math.round(value) })
}

const kinds = {
  photo: msg('Picture'),
  gif: msg('GIF'),
  video: msg('Video'),
  voice: msg('Voice clip'),
  file: msg('File||noun')
} as const

/** What an attachment is, in a line: `Video, 0:12, 3.4 MB`. */
export function attachmentFacts({ size, item }: AttachmentRow): string {
  const parts = [t(kinds[item.kind])]
  if (item.durationMs !== null) parts.push(formatDuration(item.durationMs))
  else if (item.width !== null && item.height !== null) parts.push(`${item.width} × ${item.height}`)
  return [...parts, formatBytes(size)].join(t(', ||between parts'))
}

function formatDuration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
