import type { Raster } from './png.ts'

export type Colour = readonly [red: number, green: number, blue: number]

/** A shape says how far a point is from its edge, in pixels, negative inside. */
export type Shape = (x: number, y: number) => number

/** A fill is one colour, or two from top to bottom of the shape's box. */
export interface Layer {
  readonly shape: Shape
  readonly box: readonly [left: number, top: number, right: number, bottom: number]
  readonly fill: Colour | readonly [Colour, Colour]
  /** 0 to 1; 1 when absent. */
  readonly opacity?: number
  /** Width of the soft edge in pixels; 1 when absent. */
  readonly softness?: number
}

export function ellipse(cx: number, cy: number, rx: number, ry: number): Pick<Layer, 'shape' | 'box'> {
  const scale = Math.min(rx, ry)
  return {
    shape: (x, y) => (Math.hypot((x - cx) / rx, (y - cy) / ry) - 1) * scale,
    box: [cx - rx, cy - ry, cx + rx, cy + ry]
  }
}

export function roundedBox(
  left: number,
  top: number,
  right: number,
  bottom: number,
  radius: number
): Pick<Layer, 'shape' | 'box'> {
  const cx = (left + right) / 2
  const cy = (top + bottom) / 2
  const halfWidth = (right - left) / 2 - radius
  const halfHeight = (bottom - top) / 2 - radius
  return {
    shape(x, y) {
      const dx = Math.abs(x - cx) - halfWidth
      const dy = Math.abs(y - cy) - halfHeight
      return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius
    },
    box: [left, top, right, bottom]
  }
}

export function ring(cx: number, cy: number, radius: number, thickness: number): Pick<Layer, 'shape' | 'box'> {
  const outer = radius + thickness
  return {
    shape: (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - radius) - thickness,
    box: [cx - outer, cy - outer, cx + outer, cy + outer]
  }
}

/** A line with round ends. */
export function stroke(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  thickness: number
): Pick<Layer, 'shape' | 'box'> {
  const dx = x2 - x1
  const dy = y2 - y1
  const length = dx * dx + dy * dy || 1
  return {
    shape(x, y) {
      const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
      return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - thickness
    },
    box: [
      Math.min(x1, x2) - thickness,
      Math.min(y1, y2) - thickness,
      Math.max(x1, x2) + thickness,
      Math.max(y1, y2) + thickness
    ]
  }
}

/** Paints layers, the first one lowest, on a background that runs from the top colour to the bottom colour. */
export function paint(width: number, height: number, top: Colour, bottom: Colour, layers: readonly Layer[]): Raster {
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    const colour = blend(top, bottom, y / Math.max(1, height - 1))
    for (let x = 0; x < width; x += 1) rgb.set(colour, (y * width + x) * 3)
  }
  for (const layer of layers) paintLayer(rgb, width, height, layer)
  return { width, height, rgb }
}

function paintLayer(rgb: Uint8Array, width: number, height: number, layer: Layer): void {
  const { shape, box, fill, opacity = 1, softness = 1 } = layer
  const left = Math.max(0, Math.floor(box[0] - softness))
  const right = Math.min(width - 1, Math.ceil(box[2] + softness))
  const upper = Math.max(0, Math.floor(box[1] - softness))
  const lower = Math.min(height - 1, Math.ceil(box[3] + softness))
  for (let y = upper; y <= lower; y += 1) {
    const colour = isPair(fill) ? blend(fill[0], fill[1], (y - box[1]) / Math.max(1, box[3] - box[1])) : fill
    for (let x = left; x <= right; x += 1) {
      const cover = Math.max(0, Math.min(1, 0.5 - shape(x + 0.5, y + 0.5) / softness)) * opacity
      if (cover === 0) continue
      const index = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel += 1) {
        const under = rgb[index + channel] ?? 0
        rgb[index + channel] = Math.round(under + ((colour[channel] ?? 0) - under) * cover)
      }
    }
  }
}

function isPair(fill: Layer['fill']): fill is readonly [Colour, Colour] {
  return typeof fill[0] !== 'number'
}

export function blend(from: Colour, to: Colour, share: number): Colour {
  const part = Math.max(0, Math.min(1, share))
  return [
    Math.round(from[0] + (to[0] - from[0]) * part),
    Math.round(from[1] + (to[1] - from[1]) * part),
    Math.round(from[2] + (to[2] - from[2]) * part)
  ]
}

/** @param hue 0 to 360 @param saturation 0 to 1 @param lightness 0 to 1 */
export function hsl(hue: number, saturation: number, lightness: number): Colour {
  const channel = (offset: number): number => {
    const position = (offset + hue / 30) % 12
    const reach = saturation * Math.min(lightness, 1 - lightness)
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(position - 3, 9 - position, 1))))
  }
  return [channel(0), channel(8), channel(4)]
}
