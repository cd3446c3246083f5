/** Ready-made changes for the fault `rewrite`: answers that are JSON but not what they should be. */

interface Body {
  data?: unknown
  errors?: unknown
  meta?: unknown
  [key: string]: unknown
}

/** Every event of the page twice, the way streams and shifting pages do. */
export function duplicateEvents(body: unknown): unknown {
  const { data } = body as Body
  return Array.isArray(data) ? { ...(body as Body), data: data.flatMap((item: unknown) => [item, item]) } : body
}

/** Keeps the data and adds partial errors beside it, as X does inside a 200. */
export function addPartialErrors(body: unknown): unknown {
  return {
    ...(body as Body),
    errors: [
      {
        resource_id: '3_1136048009270239232',
        resource_type: 'media',
        title: 'Not Found Error',
        detail: 'Could not find media with media_keys: [3_1136048009270239232].',
        type: 'https://api.x.com/2/problems/resource-not-found'
      },
      'not even an object'
    ]
  }
}

export function withoutData(body: unknown): unknown {
  const { data: _, ...rest } = body as Body
  return rest
}

/** `data` as an object where a list belongs. */
export function dataAsObject(body: unknown): unknown {
  return { ...(body as Body), data: { id: '1' } }
}

/** Each event's texts become numbers, each second event a word. */
export function wrongTypes(body: unknown): unknown {
  const { data } = body as Body
  if (!Array.isArray(data)) return body
  return {
    ...(body as Body),
    data: data.map((item: unknown, index) => (index % 2 === 1 ? 'event' : { ...(item as object), text: 7 }))
  }
}

/** The answer of a server that counts on a wrong day: `meta` is missing. */
export function withoutMeta(body: unknown): unknown {
  const { meta: _, ...rest } = body as Body
  return rest
}
