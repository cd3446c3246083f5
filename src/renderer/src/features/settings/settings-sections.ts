import { msg } from '../../../../shared/i18n/message.ts'

/** The parts of the settings, in the order of the page. */
export const settingsSections = {
  accounts: msg('X accounts'),
  screening: msg('Who reaches you'),
  attributes: msg('Customers'),
  replies: msg('Replies'),
  sendCheck: msg('Send check'),
  answerTimes: msg('Answer times'),
  team: msg('Team'),
  tags: msg('Tags'),
  resolving: msg('Resolving'),
  surveys: msg('Surveys'),
  costs: msg('Limits and costs'),
  notifications: msg('Notifications'),
  media: msg('Pictures and clips'),
  appearance: msg('Appearance'),
  keyboard: msg('Keyboard')
} as const

export type SettingsSection = keyof typeof settingsSections

export const settingsSectionIds = Object.keys(settingsSections) as SettingsSection[]
