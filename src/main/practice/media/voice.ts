import { seededRandom } from '../seeded-random.ts'

const RATE = 16_000
/** Rough first and second resonances of open vowels, in Hz. */
const VOWELS = [
  [730, 1090],
  [530, 1840],
  [390, 1990],
  [570, 840],
  [440, 1020]
] as const

/** A murmured sentence without words, as WAV (PCM, 16 bit, mono, 16 kHz): a buzz shaped by two vowel resonances. */
export function voiceWav(seconds: number, seed: number): Buffer {
  const random = seededRandom(seed)
  const samples = new Int16Array(Math.round(seconds * RATE))
  const pitch = 105 + random() * 90
  const filters = [resonator(), resonator()]
  let position = 0
  let phase = 0
  while (position < samples.length) {
    const syllable = Math.round((0.13 + random() * 0.16) * RATE)
    const pause = Math.round((random() < 0.18 ? 0.28 : 0.03) * RATE)
    const vowel = VOWELS[Math.floor(random() * VOWELS.length)] ?? VOWELS[0]
    const lift = 0.9 + random() * 0.28
    for (const [index, filter] of filters.entries()) filter.tune(vowel[index] ?? 500, 90)
    for (let step = 0; step < syllable && position < samples.length; step += 1, position += 1) {
      const progress = step / syllable
      phase += (pitch * lift * (1 - 0.1 * progress)) / RATE
      const buzz = (phase % 1) * 2 - 1 + (random() - 0.5) * 0.08
      const voiced = filters.reduce((sum, filter, index) => sum + filter.pass(buzz) * (index === 0 ? 1 : 0.5), 0)
      const loudness = Math.sin(Math.PI * progress) ** 0.6
      samples[position] = Math.max(-32_000, Math.min(32_000, Math.round(voiced * loudness * 2_400)))
    }
    position += pause
  }
  const header = Buffer.alloc(44)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(36 + samples.byteLength, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(RATE, 24)
  header.writeUInt32LE(RATE * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(samples.byteLength, 40)
  return Buffer.concat([header, Buffer.from(samples.buffer)])
}

interface Resonator {
  tune(frequency: number, width: number): void
  pass(input: number): number
}

/** A two-pole filter that rings at one frequency. */
function resonator(): Resonator {
  let first = 0
  let second = 0
  let gain = 1
  let last = 0
  let before = 0
  return {
    tune(frequency, width) {
      const radius = Math.exp((-Math.PI * width) / RATE)
      first = 2 * radius * Math.cos((2 * Math.PI * frequency) / RATE)
      second = -radius * radius
      gain = 1 - radius
    },
    pass(input) {
      const output = gain * input * 6 + first * last + second * before
      before = last
      last = output
      return output
    }
  }
}
