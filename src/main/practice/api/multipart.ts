/** The parts of a `multipart/form-data` body by their names; null when it is none. Enough for what the API takes. */
export function parseMultipart(body: Buffer, contentType: string): Map<string, Buffer> | null {
  const named = /^multipart\/form-data;.*boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(contentType)
  const boundary = named?.[1] ?? named?.[2]
  if (boundary === undefined) return null
  const line = Buffer.from(`--${boundary}`)
  const parts = new Map<string, Buffer>()
  let at = body.indexOf(line)
  for (;;) {
    const start = at + line.length
    if (at < 0) return null
    // Two dashes end the body, a line break begins a part.
    if (body.toString('latin1', start, start + 2) === '--') return parts
    const content = body.indexOf('\r\n\r\n', start)
    const end = body.indexOf(line, start)
    if (content < 0 || end < 0 || content > end) return null
    const name = /name="([^"]*)"/i.exec(body.toString('utf8', start, content))?.[1]
    if (name !== undefined) parts.set(name, body.subarray(content + 4, end - 2))
    at = end
  }
}
