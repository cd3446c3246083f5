import type { Catalogue } from '../translator.ts'
import { accounts } from './accounts.ts'
import { activity } from './activity.ts'
import { archive } from './archive.ts'
import { attention } from './attention.ts'
import { attributes } from './attributes.ts'
import { common } from './common.ts'
import { composer } from './composer.ts'
import { core } from './core.ts'
import { costs } from './costs.ts'
import { customers } from './customers.ts'
import { emoji } from './emoji.ts'
import { feedback } from './feedback.ts'
import { inbox } from './inbox.ts'
import { keyboard } from './keyboard.ts'
import { library } from './library.ts'
import { libraryImport } from './library-import.ts'
import { libraryView } from './library-view.ts'
import { media } from './media.ts'
import { notes } from './notes.ts'
import { outbox } from './outbox.ts'
import { palette } from './palette.ts'
import { performance } from './performance.ts'
import { reports } from './reports.ts'
import { promos } from './promos.ts'
import { screening } from './screening.ts'
import { search } from './search.ts'
import { sendCheck } from './send-check.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { sla } from './sla.ts'
import { surveys } from './surveys.ts'
import { sync } from './sync.ts'
import { thread } from './thread.ts'
import { triage } from './triage.ts'
import { ui } from './ui.ts'
import { views } from './views.ts'

/** One file for each feature, named as its folder; `core` is what the core and the desktop say, `common` what several say. */
export const arabicByFeature = {
  accounts,
  activity,
  archive,
  attention,
  attributes,
  common,
  composer,
  core,
  costs,
  customers,
  emoji,
  feedback,
  inbox,
  keyboard,
  library,
  libraryImport,
  libraryView,
  media,
  notes,
  outbox,
  palette,
  performance,
  reports,
  promos,
  screening,
  search,
  sendCheck,
  settings,
  shell,
  sla,
  surveys,
  sync,
  thread,
  triage,
  ui,
  views
} as const

export const arabic: Catalogue = Object.assign({}, ...Object.values(arabicByFeature))
