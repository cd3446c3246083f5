import type { Page } from '@playwright/test'

/** Surveys: in the settings, on the way out, and what customers answered. */
export function surveysPage(page: Page) {
  const settings = page.getByRole('region', { name: 'Settings' })
  const line = page.getByRole('region', { name: 'Survey', exact: true })
  return {
    add: settings.getByRole('button', { name: 'Add a survey' }),
    name: settings.getByRole('textbox', { name: 'Name', exact: true }),
    text: (language: string) => settings.getByRole('textbox', { name: language }),
    save: settings.getByRole('button', { name: 'Add', exact: true }),
    problem: settings.getByRole('alert'),
    inList: (name: string) => settings.getByRole('listitem').filter({ hasText: name }),
    dialog: page.getByRole('dialog', { name: /^Send a survey to / }),
    line,
    score: (score: number) => line.getByRole('button', { name: String(score), exact: true })
  }
}
