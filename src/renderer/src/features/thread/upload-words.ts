import { t } from '../../i18n/t.ts'
import type { UploadProgress } from '../../../../shared/contract/rows.ts'

/** How far an attachment is on its way to X, in words. */
export function uploadWords({ phase, percent }: UploadProgress): string {
  if (phase === 'uploading') return t('Uploading {percent, number} %', { percent: percent ?? 0 })
  return percent === null || percent === 0
    ? t('X is processing it')
    : t('X is processing it: {percent, number} %', { percent })
}
