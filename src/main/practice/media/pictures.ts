import { seededRandom } from '../seeded-random.ts'
import type { Motif } from '../world/types.ts'
import type { Colour, Layer } from './paint.ts'
import { blend, ellipse, hsl, paint, ring, roundedBox, stroke } from './paint.ts'
import type { Raster } from './png.ts'

const WHITE: Colour = [252, 250, 246]
const INK: Colour = [58, 46, 44]
const CARD: Colour = [198, 156, 109]

/**
 * A small still life: one thing of the shop on a table.
 * @param seed chooses colours and the place of the thing. @param phase 0 to 1: where a moving picture stands (steam, flame).
 */
export function paintPicture(motif: Motif, seed: number, width: number, height: number, phase = 0): Raster {
  const random = seededRandom(seed)
  const hue = Math.floor(random() * 360)
  const wallTop = hsl(hue, 0.32, 0.86)
  const wallBottom = hsl((hue + 18) % 360, 0.36, 0.74)
  const table = hsl(28 + random() * 12, 0.34, 0.46)
  const accent = hsl((hue + 170) % 360, 0.46, 0.46)
  const unit = height / 480
  const cx = width / 2 + (random() - 0.5) * 90 * unit
  const ground = 392 * unit
  const layers: Layer[] = [
    { ...roundedBox(-10, ground - 44 * unit, width + 10, height + 10, 0), fill: [table, blend(table, INK, 0.35)] },
    {
      ...ellipse(cx, ground + 6 * unit, 170 * unit, 20 * unit),
      fill: INK,
      opacity: 0.28,
      softness: 12 * unit,
      box: [cx - 260 * unit, ground - 40 * unit, cx + 260 * unit, ground + 60 * unit]
    },
    ...thing(motif, cx, ground, unit, accent, phase)
  ]
  return paint(width, height, wallTop, wallBottom, layers)
}

function thing(motif: Motif, cx: number, ground: number, unit: number, accent: Colour, phase: number): Layer[] {
  const light = blend(accent, WHITE, 0.35)
  const dark = blend(accent, INK, 0.4)
  switch (motif) {
    case 'mug':
    case 'broken-mug': {
      const mug: Layer[] = [
        { ...ring(cx + 98 * unit, ground - 96 * unit, 46 * unit, 13 * unit), fill: dark },
        {
          ...roundedBox(cx - 100 * unit, ground - 180 * unit, cx + 100 * unit, ground, 30 * unit),
          fill: [light, accent]
        },
        { ...ellipse(cx, ground - 176 * unit, 98 * unit, 18 * unit), fill: WHITE },
        { ...ellipse(cx, ground - 172 * unit, 86 * unit, 13 * unit), fill: [96, 62, 44] }
      ]
      if (motif === 'mug') return [...mug, ...steam(cx, ground - 190 * unit, unit, phase)]
      return [...mug, ...cracks(cx, ground, unit)]
    }
    case 'candle':
      return candle(cx, ground, unit, light, accent, phase)
    case 'parcel':
      return [
        {
          ...roundedBox(cx - 150 * unit, ground - 190 * unit, cx + 150 * unit, ground, 8 * unit),
          fill: [blend(CARD, WHITE, 0.2), CARD]
        },
        {
          ...roundedBox(cx - 22 * unit, ground - 190 * unit, cx + 22 * unit, ground, 0),
          fill: blend(CARD, WHITE, 0.5)
        },
        {
          ...roundedBox(cx + 46 * unit, ground - 150 * unit, cx + 126 * unit, ground - 96 * unit, 4 * unit),
          fill: WHITE
        },
        { ...stroke(cx + 58 * unit, ground - 134 * unit, cx + 112 * unit, ground - 134 * unit, 2 * unit), fill: INK },
        { ...stroke(cx + 58 * unit, ground - 120 * unit, cx + 98 * unit, ground - 120 * unit, 2 * unit), fill: INK },
        // The dented corner that the customer is complaining about.
        {
          ...ellipse(cx - 116 * unit, ground - 160 * unit, 24 * unit, 18 * unit),
          fill: INK,
          opacity: 0.3,
          softness: 18 * unit
        },
        {
          ...stroke(cx - 148 * unit, ground - 120 * unit, cx - 104 * unit, ground - 150 * unit, 3 * unit),
          fill: blend(CARD, INK, 0.5)
        },
        {
          ...stroke(cx - 104 * unit, ground - 150 * unit, cx - 82 * unit, ground - 188 * unit, 3 * unit),
          fill: blend(CARD, INK, 0.5)
        }
      ]
    case 'receipt':
      return receipt(cx, ground, unit)
    case 'teapot':
      return [
        { ...ring(cx - 128 * unit, ground - 90 * unit, 50 * unit, 12 * unit), fill: dark },
        { ...stroke(cx + 96 * unit, ground - 70 * unit, cx + 168 * unit, ground - 150 * unit, 17 * unit), fill: dark },
        { ...ellipse(cx, ground - 84 * unit, 128 * unit, 88 * unit), fill: [light, accent] },
        { ...ellipse(cx, ground - 164 * unit, 62 * unit, 17 * unit), fill: dark },
        { ...ellipse(cx, ground - 186 * unit, 15 * unit, 13 * unit), fill: WHITE },
        ...steam(cx + 172 * unit, ground - 176 * unit, unit, phase)
      ]
    case 'plant':
      return [
        ...[-62, -34, -8, 20, 48, 70].map((lean, index): Layer => ({
          ...stroke(
            cx,
            ground - 130 * unit,
            cx + lean * 1.6 * unit,
            ground - (250 + (index % 3) * 34) * unit,
            (13 - (index % 2) * 3) * unit
          ),
          fill: hsl(128 + index * 5, 0.36, 0.32 + (index % 3) * 0.05)
        })),
        { ...roundedBox(cx - 84 * unit, ground - 140 * unit, cx + 84 * unit, ground, 22 * unit), fill: [light, dark] }
      ]
  }
}

function candle(cx: number, ground: number, unit: number, light: Colour, accent: Colour, phase: number): Layer[] {
  const sway = Math.sin(phase * Math.PI * 2) * 7 * unit
  const flicker = 1 + 0.12 * Math.sin(phase * Math.PI * 4)
  return [
    {
      ...ellipse(cx, ground - 250 * unit, 160 * unit, 150 * unit),
      fill: [255, 214, 130],
      opacity: 0.4,
      softness: 150 * unit
    },
    { ...roundedBox(cx - 92 * unit, ground - 190 * unit, cx + 92 * unit, ground, 22 * unit), fill: [light, accent] },
    { ...ellipse(cx, ground - 186 * unit, 88 * unit, 15 * unit), fill: WHITE },
    { ...roundedBox(cx - 56 * unit, ground - 128 * unit, cx + 56 * unit, ground - 54 * unit, 6 * unit), fill: WHITE },
    { ...stroke(cx - 34 * unit, ground - 102 * unit, cx + 34 * unit, ground - 102 * unit, 3 * unit), fill: INK },
    { ...stroke(cx - 20 * unit, ground - 82 * unit, cx + 20 * unit, ground - 82 * unit, 2 * unit), fill: INK },
    { ...stroke(cx, ground - 190 * unit, cx, ground - 210 * unit, 3 * unit), fill: INK },
    {
      ...ellipse(cx + sway, ground - 238 * unit, 15 * unit, 34 * flicker * unit),
      fill: [
        [255, 236, 160],
        [247, 148, 52]
      ],
      softness: 4 * unit
    }
  ]
}

function steam(cx: number, top: number, unit: number, phase: number): Layer[] {
  return [-34, 0, 34].map((offset, index): Layer => {
    const lift = ((phase + index / 3) % 1) * 46 * unit
    return {
      ...stroke(cx + offset * unit, top - lift, cx + (offset + 12) * unit, top - 54 * unit - lift, 5 * unit),
      fill: WHITE,
      opacity: 0.62 * (1 - ((phase + index / 3) % 1)),
      softness: 12 * unit
    }
  })
}

function cracks(cx: number, ground: number, unit: number): Layer[] {
  const points = [
    [-60, -176],
    [-30, -140],
    [-52, -104],
    [-14, -70],
    [-34, -30]
  ] as const
  const lines = points.slice(1).map(([x, y], index): Layer => {
    const [fromX, fromY] = points[index] ?? [0, 0]
    return {
      ...stroke(cx + fromX * unit, ground + fromY * unit, cx + x * unit, ground + y * unit, 4 * unit),
      fill: INK
    }
  })
  return [...lines, { ...ellipse(cx - 150 * unit, ground - 8 * unit, 34 * unit, 13 * unit), fill: WHITE }]
}

function receipt(cx: number, ground: number, unit: number): Layer[] {
  const rows = Array.from({ length: 8 }, (_, index): Layer[] => {
    const y = ground - (286 - index * 30) * unit
    return [
      { ...stroke(cx - 76 * unit, y, cx + (10 + ((index * 37) % 34)) * unit, y, 3 * unit), fill: [146, 142, 138] },
      { ...stroke(cx + 58 * unit, y, cx + 80 * unit, y, 3 * unit), fill: INK }
    ]
  }).flat()
  return [
    { ...roundedBox(cx - 104 * unit, ground - 330 * unit, cx + 104 * unit, ground + 4 * unit, 4 * unit), fill: WHITE },
    { ...roundedBox(cx - 44 * unit, ground - 318 * unit, cx + 44 * unit, ground - 304 * unit, 6 * unit), fill: INK },
    ...rows,
    { ...stroke(cx - 76 * unit, ground - 34 * unit, cx + 80 * unit, ground - 34 * unit, 5 * unit), fill: INK }
  ]
}
