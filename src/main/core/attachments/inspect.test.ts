import { expect, test } from 'vitest'
import { gif, mp4, png, webm } from '../testing/attachment-fixtures.ts'
import { bufferSource } from './byte-source.ts'
import { type AttachmentFacts, checkSize, inspect, sortOf } from './inspect.ts'

async function facts(bytes: Buffer): Promise<AttachmentFacts> {
  return inspect(await sortOf(bytes.subarray(0, 4_100)), bufferSource(bytes))
}

test.each([
  ['a picture', png(), { category: 'dm_image', mediaType: 'image/png', width: 40, height: 30, durationMs: null }],
  ['a GIF', gif(), { category: 'dm_gif', mediaType: 'image/gif', width: 32, height: 24 }],
  [
    'an MP4',
    mp4({ seconds: 12.5 }),
    { category: 'dm_video', mediaType: 'video/mp4', durationMs: 12_500, width: 640, height: 360 }
  ],
  [
    'an MP4 with its index at the end',
    mp4({ indexLast: true, bytes: 300_000 }),
    { category: 'dm_video', durationMs: 3_000 }
  ],
  ['a MOV', mp4({ brand: 'qt  ' }), { category: 'dm_video', mediaType: 'video/quicktime', durationMs: 3_000 }],
  ['a WebM', webm(), { category: 'dm_video', mediaType: 'video/webm', width: 320, height: 240 }]
])('%s is what its content says', async (_what, bytes, wanted) => {
  expect(await facts(bytes)).toMatchObject(wanted)
})

test('a WebM says how long it is', async () => {
  const { durationMs } = await facts(webm())
  expect(durationMs).toBeGreaterThan(2_000)
  expect(durationMs).toBeLessThan(4_000)
})

test.each([
  ['a text', Buffer.from('just words'), /does not take this file.*JPG/],
  [
    'a page with the name of a picture',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    /does not take this file/
  ],
  ['sound', mp4({ brand: 'M4A ', codec: null }), /no sound files/],
  ['sound that calls itself a video', mp4({ codec: null }), /sound only/],
  ['HEVC', mp4({ codec: 'hvc1' }), /HEVC.*H\.264/],
  ['a film of three minutes', mp4({ seconds: 180 }), /180 seconds; X takes at most 140/],
  ['a blink', mp4({ seconds: 0.2 }), /shorter than half a second/],
  ['a film without a length', mp4({ seconds: 0 }), /does not say how long/],
  ['a cut-off film', mp4({ indexLast: true, bytes: 9_000 }).subarray(0, 5_000), /damaged or incomplete/],
  ['a wide GIF', gif(1, 1_300, 2), /1300 × 2; X takes at most 1280 × 1080/],
  ['a GIF of 351 frames', gif(351, 2, 2), /351 frames/],
  ['a cut-off GIF', gif().subarray(0, 400), /damaged or incomplete/],
  ['half a picture’s head', png().subarray(0, 18), /does not take this file|damaged/]
])('%s is refused with what to do', async (_what, bytes, wanted) => {
  await expect(facts(bytes)).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringMatching(wanted) })
})

test('350 frames, 1280 × 1080, 140 seconds and the exact sizes are still taken', async () => {
  expect(await facts(gif(350, 2, 2))).toMatchObject({ category: 'dm_gif' })
  expect(await facts(mp4({ seconds: 140 }))).toMatchObject({ durationMs: 140_000 })
  expect(await facts(mp4({ seconds: 0.5 }))).toMatchObject({ durationMs: 500 })
  const megabyte = 1024 * 1024
  for (const [category, limit] of [
    ['dm_image', 5],
    ['dm_gif', 15],
    ['dm_video', 512]
  ] as const) {
    expect(() => checkSize(category, limit * megabyte)).not.toThrow()
    expect(() => checkSize(category, limit * megabyte + 1)).toThrow(`${limit} MB`)
  }
})
