import type { Page } from '@playwright/test'

/** Bringing canned replies in from elsewhere, and writing them out. */
export function libraryFilesPage(page: Page) {
  const importing = page.getByRole('dialog', { name: 'Import canned replies' })
  const exporting = page.getByRole('dialog', { name: 'Export canned replies' })
  return {
    importing,
    format: importing.getByRole('combobox', { name: 'What it is' }),
    /** What would come. */
    summary: importing.getByRole('status'),
    /** A list of the report, closed at first. */
    list: (name: string) => importing.getByRole('group').filter({ has: page.getByText(new RegExp(`^${name} \\(`)) }),
    conflicts: importing.getByRole('region', { name: 'Changed here and there' }),
    approve: importing.getByRole('checkbox', { name: /^Approve what has no mistake/ }),
    bringIn: importing.getByRole('button', { name: 'Import', exact: true }),
    another: importing.getByRole('button', { name: 'Another file' }),
    exporting,
    what: (name: RegExp) => exporting.getByRole('radio', { name }),
    /** Opens what brings in and takes out, in the library. */
    menu: page.getByRole('button', { name: 'Import or export' })
  }
}
