import { t } from '../../i18n/t.ts'
import { msg } from '../../../../shared/i18n/message.ts'
import { locale } from '../../i18n/language.ts'
import type { AttributeType } from '../../../../shared/domain/attribute.ts'

export const typeWords = {
  text: msg('Text'),
  number: msg('Number'),
  date: msg('Date'),
  'yes-no': msg('Yes or no'),
  choice: msg('Choice'),
  link: msg('Link')
} satisfies Record<AttributeType, unknown>

/** A stored value as people read it. */
export function valueWords(type: AttributeType, value: string): string {
  switch (type) {
    case 'number':
      return new Intl.NumberFormat(locale(), { maximumFractionDigits: 20 }).format(Number(value))
    case 'date':
      return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value))
    case 'yes-no':
      return value === 'yes' ? t('Yes') : t('No')
    case 'link':
      return value.replace(/^https?:\/\//, '').replace(/\/$/, '')
    default:
      return value
  }
}
