/** What takes long enough to be shown while it runs. */
export type JobKind =
  | 'import'
  | 'export'
  | 'library-import'
  | 'library-export'
  | 'library-links'
  | 'report'
  | 'promo-import'
  | 'promo-export'
  | 'feedback-export'
