const MINUTE = 60_000

/** `20 s`, `18 min`, `3 h 20 min`, `2 d 4 h`: in plain English, for files and the command line. */
export function durationText(ms: number | null): string {
  if (ms === null) return '–'
  if (ms < MINUTE) return `${Math.round(ms / 1_000)} s`
  const minutes = Math.round(ms / MINUTE)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  const days = Math.floor(hours / 24)
  return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`
}
