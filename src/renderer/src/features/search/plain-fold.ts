/** As names are compared while typing: without case and accents. */
export function plainFold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/gu, '')
    .toLowerCase()
}
