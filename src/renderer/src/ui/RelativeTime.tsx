import { formatAgo, formatExact } from './time.ts'
import { useClock } from './use-now.ts'

/** `4 min`, going on by itself, with the exact moment on hover. */
export function RelativeTime({ at, className }: { readonly at: number; readonly className?: string | undefined }) {
  const text = useClock((now) => formatAgo(at, now))
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={formatExact(at)}>
      {text}
    </time>
  )
}
