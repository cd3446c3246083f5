/** Addresses of pages and people, and what stands for something else in a template. */
const NOISE = /\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{[\w.]+\}|https?:\/\/\S+|\bt\.co\/\w+|[@＠][\w]+/giu
const ENTITY = /&(?:amp|lt|gt|quot|#39);/gu
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'"
}

/** Without links, handles and placeholders: they name something, they say nothing. */
export function withoutNoise(text: string): string {
  return text.replace(ENTITY, (entity) => ENTITIES[entity] ?? ' ').replace(NOISE, ' ')
}
