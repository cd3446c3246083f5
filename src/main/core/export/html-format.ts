import type { ExportConversation, ExportEvent, ExportFormat } from './export-format.ts'

/** A page for people: no script, no link, no picture from anywhere. Everything customers wrote is text. */
export const htmlFormat: ExportFormat = {
  head: () => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Conversations</title>
<style>
body { font: 14px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b1d21; background: #fff; }
section { border-top: 1px solid #d9dbe0; padding: 1rem 0; }
h2 { font-size: 1rem; margin: 0 0 .5rem; }
p { margin: .35rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.us { padding-inline-start: 2rem; }
.note { border-inline-start: 3px solid #b7791f; padding-inline-start: .75rem; }
.meta { color: #5c626d; font-size: .85em; }
@media (prefers-color-scheme: dark) { body { color: #e6e8ec; background: #17181b; } section { border-color: #33363d; } .meta { color: #a0a6b2; } }
</style>
</head>
<body>
<h1>Conversations</h1>
`,
  user: () => '',
  conversation: (conversation, events) =>
    `<section>\n${heading(conversation)}${events.map(paragraph).join('')}</section>\n`,
  tail: () => '</body>\n</html>\n'
}

function heading({ id, title, status, tags, attributes }: ExportConversation): string {
  const head = `<h2 dir="auto">${escape(title)} <span class="meta">${escape(id)} · ${escape(status)}</span></h2>\n`
  const facts = [
    ...tags.map((tag) => `#${escape(tag)}`),
    ...attributes.map(({ name, value }) => `${escape(name)}: ${escape(value)}`)
  ]
  if (facts.length === 0) return head
  return `${head}<p class="meta">${facts.map((fact) => `<bdi>${fact}</bdi>`).join(' · ')}</p>\n`
}

function paragraph(event: ExportEvent): string {
  const time = new Date(event.at).toISOString()
  const who = event.senderName ?? event.senderId ?? ''
  if (event.kind === 'note') {
    return `<p class="note" dir="auto"><span class="meta">${time} · Internal note</span><br>${escape(event.text)}</p>\n`
  }
  if (event.kind !== 'message') {
    return `<p class="meta">${time} · ${escape(event.kind)} ${escape(event.people.join(', '))}${escape(event.name ?? '')}</p>\n`
  }
  const us = event.delivery === 'received' ? '' : ' class="us"'
  const state = event.delivery === 'received' || event.delivery === 'sent' ? '' : ` · ${escape(event.delivery)}`
  const media = event.media.map(({ kind }) => ` [${kind}]`).join('')
  return `<p${us} dir="auto"><span class="meta">${time} · ${escape(who)}${state}</span><br>${escape(event.text)}${media}</p>\n`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
