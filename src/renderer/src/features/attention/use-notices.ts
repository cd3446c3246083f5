import { useEffect, useEffectEvent, useRef } from 'react'
import type { NoticeRow } from '../../../../shared/contract/attention-rows.ts'
import { isNewNotice, noticeWords, type SeenNotice } from '../../../../shared/domain/attention.ts'
import { useCore } from '../../core/core-context.ts'
import { useAttention } from '../../core/use-attention.ts'
import { useQuery } from '../../core/use-query.ts'
import { t } from '../../i18n/t.ts'
import { useNavigation } from '../../shell/navigation-context.ts'
import { showBrowserNotice } from './browser-notice.ts'
import { playSound } from './play-sound.ts'
import { holdLook, isLookedAt } from './looked-at.ts'

/**
 * Shows what the core finds worth a notification, unless somebody is looking at this window. A click opens the
 * conversation: of a digest, that of whoever has waited longest.
 */
export function useNotices(): void {
  const { native } = useCore()
  const { go } = useNavigation()
  const answer = useQuery('attention.notice', {})
  const seen = useRef<SeenNotice>(undefined)

  const attentive = useAttention()
  useEffect(() => (attentive ? holdLook() : undefined), [attentive])

  const show = useEffectEvent(async (notice: NoticeRow) => {
    if (await isLookedAt()) return
    const open = (): void => {
      const [first] = notice.customers
      if (!first) return
      if (first.conversation === '') return go({ to: 'view', view: 'settings' })
      if (notice.kind === 'digest') go({ to: 'queue', queue: 'waiting-on-us' })
      go({ to: 'thread', conversation: first.conversation, enter: true })
    }
    const words = { ...noticeWords(notice, t), silent: notice.sound !== 'system' }
    playSound(notice.sound)
    if (native === null) showBrowserNotice(words, notice.id, open)
    else if ((await native({ kind: 'notice', ...words, flash: notice.flash })) === 'clicked') open()
  })

  useEffect(() => {
    if (answer.status !== 'ready') return
    const [notice] = answer.rows
    const fresh = isNewNotice(seen.current, notice)
    seen.current = notice?.id ?? null
    if (fresh) void show(notice)
  }, [answer])
}
