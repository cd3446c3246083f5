import { locale } from '../i18n/language.ts'

/** Made once for each language, because making one costs a hundred times what using it costs. */
const formats = new Map<string, Intl.NumberFormat>()

/** `1,204` */
export function formatCount(count: number): string {
  const format = formats.get(locale()) ?? new Intl.NumberFormat(locale())
  formats.set(locale(), format)
  return format.format(count)
}
