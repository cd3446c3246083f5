import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** @param block the first holds for everybody, the second changes some of it for who asks for more contrast */
function tokens(scheme: string, number = 1): Map<string, string> {
  const block = css.split(`[data-mantine-color-scheme='${scheme}']`)[number]?.split('}')[0] ?? ''
  return new Map([...block.matchAll(/(--[a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((left, right) => left - right)
  return (light + 0.05) / (dark + 0.05)
}

const plain = ['--surface', '--surface-sunken', '--surface-raised', '--surface-hover', '--surface-selected']
const pairs: [string, string[]][] = [
  ['--text', [...plain, '--bubble-us', '--bubble-them', '--waiting-soft', '--breached-soft', '--accent-soft']],
  ['--text-dim', [...plain, '--bubble-us', '--bubble-them', '--waiting-soft', '--breached-soft']],
  ['--text-faint', [...plain, '--waiting-soft']],
  ['--accent-text', [...plain, '--bubble-us', '--bubble-them', '--accent-soft', '--waiting-soft']],
  ['--waiting', ['--surface', '--surface-sunken', '--surface-hover', '--surface-selected', '--waiting-soft']],
  ['--breached', ['--surface', '--surface-sunken', '--surface-hover', '--surface-selected', '--breached-soft']],
  ['--good', ['--surface', '--surface-sunken', '--surface-hover', '--surface-selected', '--good-soft']],
  ['--on-accent', ['--accent']],
  ['--surface', ['--waiting']],
  ['--on-mark', ['--mark']]
]

for (const scheme of ['light', 'dark']) {
  test(`text is readable (AA) on every surface it stands on: ${scheme}`, () => {
    const colours = tokens(scheme)
    const poor = pairs.flatMap(([text, surfaces]) =>
      surfaces
        .map((surface) => ({ text, surface, ratio: contrast(colours.get(text) ?? '', colours.get(surface) ?? '') }))
        .filter(({ ratio }) => !(ratio >= 4.5))
    )
    expect(poor).toEqual([])
  })
}

for (const scheme of ['light', 'dark']) {
  test(`who asks for more contrast gets it (AAA): ${scheme}`, () => {
    const usual = tokens(scheme)
    const more = tokens(scheme, 2)
    expect(more.size).toBeGreaterThan(5)
    for (const [text, surfaces] of pairs.filter(([name]) => more.has(name))) {
      for (const surface of surfaces) {
        expect(contrast(more.get(text) ?? '', usual.get(surface) ?? ''), `${text} on ${surface}`).toBeGreaterThan(7)
      }
    }
  })
}
