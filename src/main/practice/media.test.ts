import { inflateSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeClock } from '../core/testing/fake-clock.ts'
import { encodeGif } from './media/gif.ts'
import { paintPicture } from './media/pictures.ts'
import { encodePng } from './media/png.ts'
import { renderMedia } from './media/render.ts'
import type { SimulatedX } from './server.ts'
import { startSimulatedX } from './server.ts'
import { practiceClient } from './testing/practice-client.ts'
import type { World } from './world.ts'
import { createWorld } from './world.ts'
import type { MediaRecipe } from './world/types.ts'

let world: World
let server: SimulatedX
let customer: string

beforeEach(async () => {
  world = createWorld({ clock: createFakeClock() })
  customer = world.addUser({ username: 'ana' }).id
  server = await startSimulatedX({ world })
})
afterEach(() => server.close())

interface WireMedia {
  readonly media_key: string
  readonly type: string
  readonly url?: string
  readonly preview_image_url?: string
  readonly variants?: readonly { readonly content_type: string; readonly url: string }[]
}
const LIST =
  '/2/dm_events?dm_event.fields=text,attachments&expansions=attachments.media_keys&media.fields=media_key,type,url,preview_image_url,width,height,duration_ms,alt_text,variants'

async function mediaOf(recipe: MediaRecipe, altText?: string): Promise<WireMedia> {
  world.say(customer, world.brand.id, 'look', { media: recipe, ...(altText === undefined ? {} : { altText }) })
  const { body } = await practiceClient(server).get(LIST)
  const [media] = body.includes?.media ?? []
  expect(body.data).toMatchObject([{ attachments: { media_keys: [media?.['media_key']] } }])
  return media as unknown as WireMedia
}
function download(url: string, token?: string): Promise<Response> {
  return fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })
}

test('a photo: its address needs the sign-in of somebody in the conversation', async () => {
  const media = await mediaOf({ kind: 'picture', motif: 'mug', seed: 1 }, 'A mug')
  expect(media).toMatchObject({
    type: 'photo',
    width: 640,
    height: 480,
    alt_text: 'A mug',
    media_key: expect.stringMatching(/^3_\d+$/)
  })
  const url = media.url ?? ''
  expect(new URL(url).pathname).toMatch(/^\/1\.1\/ton\/data\/dm\/\d+\/\d+\/[a-z0-9]+\.png$/)
  expect((await download(url)).status).toBe(401)
  const stranger = world.addUser({ username: 'stranger' })
  expect((await download(url, server.issueTokens(stranger.id).accessToken)).status).toBe(403)
  const good = await download(url, server.issueTokens().accessToken)
  expect([good.status, good.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(
    Buffer.from(await good.arrayBuffer())
      .subarray(1, 4)
      .toString()
  ).toBe('PNG')
})

test('the API gives the same bytes as octets; wrong names are not found', async () => {
  const media = await mediaOf({ kind: 'picture', motif: 'parcel', seed: 2 })
  const token = server.issueTokens().accessToken
  const segments = (media.url ?? '').split('/dm/')[1] ?? ''
  const viaApi = await download(`${server.url}/2/dm_conversations/media/${segments}`, token)
  expect(viaApi.headers.get('content-type')).toBe('application/octet-stream')
  expect(await viaApi.arrayBuffer()).toEqual(await (await download(media.url ?? '', token)).arrayBuffer())
  expect((await download(`${server.url}/2/dm_conversations/media/${segments}x`, token)).status).toBe(404)
  expect((await download(`${server.url}/2/dm_conversations/media/1/2/x.png`, token)).status).toBe(404)
})

test.each([
  ['gif', 'animated_gif', 'image/gif', 'GIF89a'],
  ['voice', 'audio', 'audio/wav', 'RIFF'],
  ['video', 'video', 'video/webm', '\x1aE\xdf\xa3']
] as const)('a %s comes as %s with a variant', async (kind, type, contentType, magic) => {
  const recipe: MediaRecipe =
    kind === 'gif' ? { kind, motif: 'candle', seed: 3 } : kind === 'voice' ? { kind, seconds: 3, seed: 4 } : { kind }
  const media = await mediaOf(recipe)
  expect(media.type).toBe(type)
  expect(media).not.toHaveProperty('url')
  const [variant] = media.variants ?? []
  expect(variant?.content_type).toBe(contentType)
  const token = server.issueTokens().accessToken
  const bytes = Buffer.from(await (await download(variant?.url ?? '', token)).arrayBuffer())
  expect(bytes.toString('latin1')).toMatch(new RegExp(`^${magic}`))
  if (kind !== 'voice') {
    const poster = await download(media.preview_image_url ?? '', token)
    expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/png'])
  }
})

test('with `ton` the addresses are X’s own, and their last three parts work at the API', async () => {
  await server.close()
  server = await startSimulatedX({ world, mediaHost: 'ton' })
  const media = await mediaOf({ kind: 'picture', motif: 'plant', seed: 5 })
  expect(media.url).toMatch(/^https:\/\/ton\.twitter\.com\/1\.1\/ton\/data\/dm\//)
  const path = (media.url ?? '').split('/dm/')[1]
  const { accessToken } = server.issueTokens()
  expect((await download(`${server.url}/2/dm_conversations/media/${path}`, accessToken)).status).toBe(200)
})

test('avatars are public, the same each time, and different for different people', async () => {
  const other = world.addUser({ username: 'ben' })
  const get = async (id: string) => {
    const response = await fetch(`${server.url}/avatars/${id}_normal.png`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    return Buffer.from(await response.arrayBuffer()).toString('base64')
  }
  const [ana, again, ben, brand] = [
    await get(customer),
    await get(customer),
    await get(other.id),
    await get(world.brand.id)
  ]
  expect(again).toBe(ana)
  expect(new Set([ana, ben, brand]).size).toBe(3)
  expect((await fetch(`${server.url}/avatars/404_normal.png`)).status).toBe(404)
})

test('a PNG holds exactly the pixels it was made from', () => {
  const raster = paintPicture('teapot', 9, 32, 24)
  const png = encodePng(raster)
  const length = png.readUInt32BE(33)
  expect(png.subarray(37, 41).toString()).toBe('IDAT')
  const rows = inflateSync(png.subarray(41, 41 + length))
  expect(rows).toHaveLength(24 * (1 + 32 * 3))
  expect([...rows.subarray(1, 97)]).toEqual([...raster.rgb.subarray(0, 96)])
})

test('a GIF unpacks to as many pixels as it has, picture by picture', () => {
  const frames = [0, 0.25].map((phase) => paintPicture('candle', 27, 96, 72, phase))
  const decoded = decodeGif(encodeGif(frames, 90))
  expect(decoded.map((pixels) => pixels.length)).toEqual([96 * 72, 96 * 72])
  expect(decoded[0]).not.toEqual(decoded[1])
  expect(new Set(decoded[0]).size).toBeGreaterThan(20)
})

test('a voice clip is as long as it says and neither silent nor a howl', () => {
  const wav = renderMedia({ kind: 'voice', seconds: 4, seed: 4 }).bytes
  expect(wav.readUInt32LE(4)).toBe(wav.length - 8)
  expect((wav.length - 44) / 2 / 16_000).toBe(4)
  let sum = 0
  for (let at = 44; at < wav.length; at += 2) sum += (wav.readInt16LE(at) / 32_768) ** 2
  const loudness = Math.sqrt(sum / ((wav.length - 44) / 2))
  expect(loudness).toBeGreaterThan(0.03)
  expect(loudness).toBeLessThan(0.4)
})

/** A plain GIF reader: the palette indices of every picture. */
function decodeGif(gif: Buffer): number[][] {
  const frames: number[][] = []
  let at = 13 + 256 * 3
  while (gif[at] !== 0x3b) {
    if (gif[at] === 0x21) {
      at += 2
      while (gif[at] !== 0) at += 1 + (gif[at] ?? 0)
      at += 1
      continue
    }
    expect(gif[at]).toBe(0x2c)
    at += 11
    const data: number[] = []
    while (gif[at] !== 0) {
      data.push(...gif.subarray(at + 1, at + 1 + (gif[at] ?? 0)))
      at += 1 + (gif[at] ?? 0)
    }
    at += 1
    frames.push(unpack(data))
  }
  return frames
}

function unpack(data: readonly number[]): number[] {
  const pixels: number[] = []
  let table: number[][] = []
  let width = 9
  let previous: number[] | null = null
  let bit = 0
  const reset = (): void => {
    table = Array.from({ length: 258 }, (_, index) => (index < 256 ? [index] : []))
    width = 9
    previous = null
  }
  reset()
  for (;;) {
    let code = 0
    for (let index = 0; index < width; index += 1, bit += 1) code |= (((data[bit >> 3] ?? 0) >> (bit & 7)) & 1) << index
    if (code === 257) return pixels
    if (code === 256) {
      reset()
      continue
    }
    const last: number[] | null = previous
    const entry: number[] = table[code] ?? [...(last ?? []), last?.[0] ?? 0]
    pixels.push(...entry)
    if (last !== null && table.length < 4096) table.push([...last, entry[0] ?? 0])
    if (table.length === 1 << width && width < 12) width += 1
    previous = entry
  }
}
