import type { Page } from '@playwright/test'

/** Surveys: in the settings, on the way out, and what customers answered. */
export function surveysPage(page: Page) {
  const settings = page.getByRole('region', { name: 'Settings' })
  const line = page.getByRole('region', { name: 'Survey', exact: true })
  const form = settings.locator('form', { has: page.getByRole('group', { name: 'What it says' }) })
  return {
    add: settings.getByRole('button', { name: 'Add a survey' }),
    name: form.getByRole('textbox', { name: 'Name', exact: true }),
    text: (language: string) => form.getByRole('textbox', { name: language }),
    save: form.getByRole('button', { name: 'Add', exact: true }),
    problem: form.getByRole('alert'),
    inList: (name: string) => settings.getByRole('listitem').filter({ hasText: name }),
    dialog: page.getByRole('dialog', { name: /^Send a survey to / }),
    line,
    score: (score: number) => line.getByRole('button', { name: String(score), exact: true })
  }
}
