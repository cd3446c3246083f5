import { hashText, seededRandom } from '../seeded-random.ts'
import type { Layer } from './paint.ts'
import { blend, ellipse, hsl, paint, ring, roundedBox } from './paint.ts'
import { encodePng } from './png.ts'

/** A friendly little portrait (head and shoulders), 96 x 96, always the same for the same user. */
export function avatarPng(userId: string): Buffer {
  const random = seededRandom(hashText(userId))
  const size = 96
  const hue = random() * 360
  const skin = blend([255, 222, 196], [112, 72, 52], random())
  const hair = blend(
    hsl(20 + random() * 30, 0.5, 0.14 + random() * 0.3),
    hsl(random() * 360, 0.2, 0.5),
    random() * 0.25
  )
  const shirt = hsl((hue + 140 + random() * 80) % 360, 0.42, 0.45)
  const style = Math.floor(random() * 4)
  const layers: Layer[] = [
    { ...ellipse(48, 102, 38, 34), fill: shirt },
    { ...roundedBox(40, 56, 56, 76, 6), fill: blend(skin, [60, 40, 30], 0.18) },
    ...(style === 1 ? [{ ...roundedBox(24, 24, 72, 74, 20), fill: hair }] : []),
    { ...ellipse(48, 44, 20, 24), fill: skin },
    ...(style === 3
      ? [{ ...ellipse(48, 24, 12, 9), fill: hair }]
      : [{ ...ellipse(48, 27, 22, style === 2 ? 14 : 10), fill: hair }]),
    { ...ellipse(40, 45, 2.2, 2.6), fill: [46, 38, 40] },
    { ...ellipse(56, 45, 2.2, 2.6), fill: [46, 38, 40] },
    { ...ellipse(48, 57, 5, 1.6), fill: [164, 84, 84] }
  ]
  if (random() < 0.3) {
    layers.push({ ...ring(40, 45, 7, 1), fill: [50, 46, 52] }, { ...ring(56, 45, 7, 1), fill: [50, 46, 52] })
  }
  return encodePng(paint(size, size, hsl(hue, 0.42, 0.82), hsl((hue + 24) % 360, 0.4, 0.68), layers))
}

/** The shop's own picture: a leaf ring on a dark ground. */
export function shopAvatarPng(): Buffer {
  const green = hsl(152, 0.3, 0.62)
  const leaves = Array.from({ length: 9 }, (_, index): Layer => {
    const angle = (index / 9) * Math.PI * 2
    return { ...ellipse(48 + Math.cos(angle) * 25, 48 + Math.sin(angle) * 25, 8, 5.5), fill: green }
  })
  return encodePng(
    paint(96, 96, hsl(165, 0.35, 0.22), hsl(168, 0.38, 0.16), [
      { ...ring(48, 48, 25, 1.4), fill: green },
      ...leaves,
      {
        ...ellipse(48, 46, 4, 8),
        fill: [
          [255, 232, 160],
          [243, 158, 66]
        ]
      },
      { ...roundedBox(43, 53, 53, 64, 2), fill: [250, 246, 238] }
    ])
  )
}
