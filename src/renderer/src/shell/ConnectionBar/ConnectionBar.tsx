import { IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { useConnection } from '../../core/use-connection.ts'
import { Bar } from '../../ui/Bar/Bar.tsx'

/** Short gaps heal unseen. Milliseconds. */
const PATIENCE = 1_000
/** After this long it is not a hiccup. Milliseconds. */
const LONG = 12_000

/** Says when the window has lost its core, and that nothing is lost with it. */
export function ConnectionBar() {
  const connection = useConnection()
  return connection === 'open' || connection === 'fatal' ? null : <Lost />
}

function Lost() {
  const [stage, setStage] = useState<'brief' | 'lost' | 'long'>('brief')
  useEffect(() => {
    const soon = setTimeout(() => setStage('lost'), PATIENCE)
    const later = setTimeout(() => setStage('long'), LONG)
    return () => {
      clearTimeout(soon)
      clearTimeout(later)
    }
  }, [])
  if (stage === 'brief') return null
  return (
    <Bar tone="waiting" icon={IconPlugConnectedX}>
      {stage === 'lost'
        ? t('The connection to Backchannel is lost. Trying again; what you write is kept.')
        : t(
            'Backchannel does not answer. If it was stopped, start it again and open the address it prints. What you write here is kept.'
          )}
    </Bar>
  )
}
