import type { CannedReplyRow } from '../../../../shared/contract/library-rows.ts'
import { t } from '../../i18n/t.ts'
import type { ReplyForm } from './editor/reply-form.ts'
import { folderPath } from './folders.ts'

/** The line of a reply that is begun and was never saved: it stands above all others, so that nobody forgets it. */
export function unsavedRow(id: string, form: ReplyForm): CannedReplyRow {
  const languages = [form.language, ...form.variants.map((variant) => variant.language)]
  return {
    id,
    kind: form.kind,
    title:
      form.title.trim() === '' ? (form.kind === 'fragment' ? t('New fragment') : t('New canned reply')) : form.title,
    shortcut: form.shortcut.trim() === '' ? null : form.shortcut.trim(),
    languages: languages.filter((language) => language !== ''),
    preview: form.body.replaceAll(/\s+/gu, ' ').slice(0, 120),
    attachment: form.attachment?.name ?? null,
    stage: 'draft',
    pending: 'draft',
    owner: '',
    folder: [...folderPath(form.folder)],
    tags: form.tags,
    scope: form.scope,
    team: form.team,
    effectiveFrom: form.effectiveFrom,
    expiresAt: form.expiresAt,
    outdated: false,
    broken: false,
    uses: 0,
    lastUsedAt: null,
    // Nobody has saved it: the list says so instead of a time.
    updatedAt: 0,
    source: null
  }
}
