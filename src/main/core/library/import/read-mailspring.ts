import type { RawReply } from './raw-reply.ts'
import { rawReply } from './raw-reply.ts'

/** Mailspring's templates: one HTML file each, named as the template. Its variables are filled in by hand. */
export function readMailspring(name: string, html: string): RawReply {
  const parts = name.split('/')
  const file = parts.at(-1) ?? name
  return rawReply({
    id: name,
    title: file.replace(/\.html?$/iu, ''),
    folder: parts.slice(0, -1),
    text: html,
    markup: 'html',
    scope: 'private'
  })
}
