import type { NoticeSound } from '../../../../shared/domain/notice-plan.ts'

/** Tones of a sound: pitch in Hz, and when each begins, in seconds. */
const tones: Readonly<Record<Exclude<NoticeSound, 'system' | 'none'>, readonly (readonly [number, number])[]>> = {
  soft: [
    [523.25, 0],
    [659.25, 0.12]
  ],
  bell: [
    [880, 0],
    [1318.5, 0],
    [880, 0.35]
  ]
}

let context: AudioContext | null = null

/** Plays a short sound that is made here. A browser that lets no page make a sound before a click stays silent. */
export function playSound(sound: NoticeSound): void {
  if (sound === 'system' || sound === 'none') return
  context ??= new AudioContext()
  void context.resume()
  for (const [pitch, begin] of tones[sound]) {
    const start = context.currentTime + begin
    const oscillator = context.createOscillator()
    const volume = context.createGain()
    oscillator.type = 'sine'
    oscillator.frequency.value = pitch
    volume.gain.setValueAtTime(0.0001, start)
    volume.gain.exponentialRampToValueAtTime(0.12, start + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.6)
    oscillator.connect(volume).connect(context.destination)
    oscillator.start(start)
    oscillator.stop(start + 0.65)
  }
}
