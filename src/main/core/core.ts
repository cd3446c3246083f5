import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/contract/errors.ts'
import { accountCommands, accountQueries } from './accounts/feature.ts'
import { addAccount } from './accounts/add-account.ts'
import { connectStored, createRuntimes } from './accounts/runtimes.ts'
import { appBearerName } from './accounts/app-bearer.ts'
import { createSignIn } from './accounts/sign-in.ts'
import { createSignOuts } from './accounts/sign-outs.ts'
import { activityCommands, activityQueries } from './activity/feature.ts'
import { createTyping } from './activity/typing.ts'
import { createAttention } from './attention/attention.ts'
import { attentionCommands, attentionQueries } from './attention/plan.ts'
import { archiveCommands } from './archive/import-archive.ts'
import { attachToDraft } from './attachments/attach-to-draft.ts'
import { attributeCommands } from './attributes/commands.ts'
import { attributeQueries } from './attributes/queries.ts'
import { dropOldAside } from './attachments/attachments.ts'
import { attachmentCommands, attachmentQueries } from './attachments/feature.ts'
import { mendTimes } from './clock/mend-times.ts'
import { watchSleep } from './clock/watch-sleep.ts'
import { categoryQueries } from './categories/queries.ts'
import type { CommandDefinitions } from './commands/command-definition.ts'
import { createDispatcher } from './commands/dispatch.ts'
import { dropOldReceipts } from './commands/receipts.ts'
import { dropOldUndo, listUndo, nextUndo } from './commands/undo.ts'
import { undoCommand } from './commands/undo-command.ts'
import type { Core } from './core-interface.ts'
import { customerCommands } from './customers/commands.ts'
import { dropDeletedCustomerNotes } from './customers/customer-notes.ts'
import { customerQueries } from './customers/queries.ts'
import type { Database } from './db/database.ts'
import { lockFolder } from './db/folder-lock.ts'
import { type DatabaseKey, hasDatabase, openDatabase } from './db/open.ts'
import type { CoreDeps } from './deps.ts'
import { doctorQueries } from './doctor/checks.ts'
import { exportCommands } from './export/write-export.ts'
import { feedbackCommands } from './feedback/commands.ts'
import { dropOldFeedback } from './feedback/entries.ts'
import { feedbackQueries } from './feedback/queries.ts'
import { followUpCommands, followUpQueries } from './follow-ups/feature.ts'
import { inboxCommands } from './inbox/commands.ts'
import { inboxQueries } from './inbox/queries.ts'
import { createWaker } from './inbox/wake.ts'
import { jobCommands } from './jobs/job-commands.ts'
import { createJobs } from './jobs/jobs.ts'
import { dropDeletedReplies, libraryCommands } from './library/commands.ts'
import { createEffectDates } from './library/effect-dates.ts'
import { createFinder } from './library/finder.ts'
import { findingCommands } from './library/findings/commands.ts'
import { findingQueries } from './library/findings/findings.ts'
import { linkCommands, linkQueries } from './library/links/feature.ts'
import { fixCommands } from './library/outcome/commands.ts'
import { createFigures } from './library/outcome/figures.ts'
import { outcomeQueries } from './library/outcome/queries.ts'
import { libraryQueries } from './library/queries.ts'
import { quickKeyCommand, quickKeyQueries } from './library/quick-keys/quick-keys.ts'
import { replyFileCommands, replyFileQueries } from './library/files/feature.ts'
import { dropUnusedFiles, keepReplyFile } from './library/files/kept-files.ts'
import { libraryExportCommand } from './library/export/export-command.ts'
import { libraryImportCommand } from './library/import/import-command.ts'
import { createShelf } from './library/shelf.ts'
import { createUseCounts } from './library/use-counts.ts'
import { createSuggester } from './library/suggest/suggester.ts'
import { suggestionCommands, suggestionQueries } from './library/suggest/suggestions.ts'
import { createPracticeLibrary } from './library/starter/practice-library.ts'
import { starterCommand } from './library/starter/starter-command.ts'
import { createLive, type Live } from './live/live.ts'
import type { QueryDefinitions } from './live/query-definition.ts'
import { mediaCeiling } from './media/ceiling.ts'
import { mediaCommands, mediaQueries } from './media/feature.ts'
import { createStoredFiles } from './media/stored-files.ts'
import { mediaKey } from './media/cipher.ts'
import { openMediaFolder } from './media/media-folder.ts'
import { createMediaService } from './media/media-service.ts'
import { noteCommands } from './notes/commands.ts'
import { dropDeletedNotes } from './notes/notes.ts'
import { dropOldActions } from './outbox/reply-actions.ts'
import { outboxCommands } from './outbox/commands.ts'
import { outboxQueries } from './outbox/queries.ts'
import { adoptStranded } from './outbox/transitions.ts'
import { promoCommands } from './promos/commands.ts'
import { promoExportCommand } from './promos/export/export-command.ts'
import { promoImportCommands } from './promos/import/import-command.ts'
import { createPromoKeeper } from './promos/keeper.ts'
import { promoQueries } from './promos/queries.ts'
import { createCoreMeter, performanceQueries } from './performance/core-meter.ts'
import { reportCommands } from './reports/commands.ts'
import { reportQueries } from './reports/queries.ts'
import { requestCommands } from './requests/commands.ts'
import { requestQueries } from './requests/queries.ts'
import { screeningCommands } from './screening/commands.ts'
import { screeningQueries } from './screening/queries.ts'
import { createSweep } from './screening/sweep.ts'
import { searchQueries } from './search/queries.ts'
import { sendCheckCommands } from './send-check/commands.ts'
import { createSendGate } from './send-check/gate.ts'
import { createLanguageSource } from './send-check/language-source.ts'
import { readLevels } from './send-check/levels.ts'
import { sendCheckQueries } from './send-check/queries.ts'
import { openSession } from './session.ts'
import { slaCommands, slaQueries } from './sla/feature.ts'
import { createSlaKeeper } from './sla/keeper.ts'
import { settingsCommands, settingsQueries, undoWindow } from './settings/settings.ts'
import { backfillCommands, backfillQueries } from './sync/backfill-feature.ts'
import { CEILING_DAY, CEILING_MONTH } from './sync/ceiling.ts'
import { costCommands, costQueries } from './sync/cost-feature.ts'
import { syncCommands, syncQueries } from './sync/feature.ts'
import { threadCommands } from './thread/commands.ts'
import { dropOldVersions } from './thread/draft-versions.ts'
import { surveyCommands } from './surveys/commands.ts'
import { dropDeletedSurveys } from './surveys/deleted-surveys.ts'
import { surveyQueries } from './surveys/queries.ts'
import { createSurveyReader } from './surveys/reader.ts'
import { createSurveySender } from './surveys/sender.ts'
import type { XClient } from './x/client.ts'
import { tagCommands } from './tags/commands.ts'
import { tagQueries } from './tags/tags.ts'
import { openTeam, teamCommands, teamQueries } from './team/team.ts'
import { threadQueries } from './thread/queries.ts'
import { createViewCounts } from './views/counts.ts'
import { viewQueries } from './views/queries.ts'
import { dropDeletedViews, viewCommands } from './views/views.ts'

/**
 * Opens the data folder and puts the parts of the core together.
 * @throws {AppError} data-folder-in-use, newer-database, wrong-key
 */
export async function createCore(deps: CoreDeps): Promise<Core> {
  const { clock, log, settings } = deps
  const live = createLive(log)
  const release = lockFolder(deps.dataDir)
  const { db, key } = await openOwned(deps, live.publish).catch((error: unknown) => {
    release()
    throw error
  })
  deps.probe?.opened(() => {
    db.close()
    release()
  })
  db.write((tx) => {
    dropOldReceipts(tx, clock.now())
    dropOldUndo(tx, clock.now())
    dropOldAside(tx, clock.now())
    dropOldVersions(tx, clock.now())
    dropDeletedNotes(tx, clock.now())
    dropDeletedCustomerNotes(tx, clock.now())
    adoptStranded(tx, clock.now())
    mendTimes(tx, clock.now())
    dropDeletedViews(tx, clock.now())
    dropDeletedReplies(tx, clock.now())
    dropUnusedFiles(tx, settings.all()['library.unsaved'], clock.now())
    dropOldActions(tx, clock.now())
    dropOldFeedback(tx, clock.now())
    dropDeletedSurveys(tx, clock.now())
  })
  const team = openTeam(db, settings, clock)
  const shelf = createShelf(db, live)
  const uses = createUseCounts(db, live)
  const figures = createFigures({ db, clock, live, log, uses })
  const practiceLibrary = createPracticeLibrary({ db, clock, settings, team, shelf })
  const languages = createLanguageSource()
  const suggester = createSuggester({ db, clock, live, log, shelf })
  const dates = createEffectDates({ clock, live })
  const finder = createFinder({ db, live, shelf, dates, team, clock, languages })
  if (readLevels(db).language === 'block') await languages.load()
  const slaKeeper = createSlaKeeper({ db, clock, live, log, team, watching: deps.background })
  const sweep = createSweep({ db, clock, live, log })
  const promoKeeper = createPromoKeeper({ db, clock, live, log })
  const viewCounts = createViewCounts({ db, clock, live, log, team })
  const jobs = createJobs(live, clock)
  const folder = openMediaFolder(deps.dataDir, mediaKey(key.hex))
  const ceiling = (): number => mediaCeiling(settings)
  const files = createStoredFiles({ db, folder, clock, log, ceiling })
  await files.tidy()
  const clientOf = (account: string): XClient | null => runtimes.clientOf(account)
  const media = createMediaService({ db, files, clock, log, ceiling, clientOf })
  const typing = createTyping(clock, live)
  const attention = createAttention({
    db,
    clock,
    live,
    settings,
    team,
    signedOut: () =>
      runtimes
        .all()
        .filter((runtime) => runtime.needsSignIn())
        .map((runtime) => runtime.account.id)
  })
  const waker = createWaker({ db, clock, live, log, watching: deps.background })
  const { prefetch, forgetFiles } = media
  const { caughtUp } = attention
  const runtimes = createRuntimes({ deps, db, live, typing, files, prefetch, forgetFiles, caughtUp })
  const sleep = watchSleep({ db, clock, log, attention, runtimes, waker, slaKeeper, dates, watching: deps.background })
  const signOuts = createSignOuts(
    deps,
    db,
    async (account) => runtimes.clientOf(account) !== null && (await deps.secrets.get(appBearerName(account))) !== null
  )
  const forgetMedia = media.forget
  const signIn = createSignIn({
    deps,
    live,
    add: (account) => addAccount({ deps, db, runtimes, practiceLibrary, forgetMedia }, account)
  })

  const gate = createSendGate(languages, clock)
  const holdMs = (): number => undoWindow(settings)
  const surveyReader = createSurveyReader({ db, clock, live, log })
  const surveySender = createSurveySender({
    ...{ db, clock, live, log, team, gate, languages, holdMs },
    wake: runtimes.wake,
    watching: deps.background
  })

  const meter = createCoreMeter()
  const definitions: QueryDefinitions = {
    ...accountQueries(db, signIn),
    ...inboxQueries({ db, clock, team, settings }),
    ...followUpQueries(db),
    ...feedbackQueries(db),
    ...categoryQueries(db),
    ...tagQueries(db),
    ...screeningQueries(db),
    ...teamQueries(db, team),
    ...slaQueries(db),
    ...reportQueries({ db, clock, slaKeeper }),
    ...attentionQueries(settings, clock),
    ...threadQueries(db),
    ...customerQueries(db),
    ...attributeQueries(db),
    ...outboxQueries(db, clock),
    ...requestQueries(db),
    ...libraryQueries({ db, shelf, uses, dates, team, clock, finder }),
    ...findingQueries({ db, clock, team, shelf, uses, live, log }),
    ...figures.queries,
    ...linkQueries({ db, team, shelf }),
    ...outcomeQueries({ db, clock, team, shelf }),
    ...quickKeyQueries({ db, clock, team, shelf, dates, languages }),
    ...replyFileQueries(db),
    ...suggestionQueries({ db, clock, team, shelf, dates, languages, suggester }),
    ...promoQueries({ db, clock, team }),
    ...sendCheckQueries(db, clock),
    ...surveyQueries({ db, clock, team, languages, live }),
    ...activityQueries(db, typing),
    ...syncQueries(db, runtimes),
    ...backfillQueries(db, clock),
    ...costQueries(db, { clock, settings }),
    ...searchQueries({ db, clock, team }),
    ...viewQueries({ db, clock, team, counts: viewCounts }),
    ...mediaQueries(db, ceiling),
    ...attachmentQueries(db),
    ...settingsQueries(settings),
    ...doctorQueries(deps, db),
    ...performanceQueries(meter),
    'attention.notice': { topics: () => ['attention'], rows: () => attention.rows() },
    'jobs.list': { topics: () => ['jobs'], rows: () => jobs.list() },
    'undo.next': { topics: () => ['undo'], rows: () => nextUndo(db, clock.now()) },
    'undo.list': { topics: () => ['undo', 'inbox'], rows: () => listUndo(db, clock.now()) }
  }
  const commands: CommandDefinitions = {
    ...jobCommands(jobs),
    ...accountCommands({ deps, db, runtimes, signIn, signOuts, practiceLibrary, forgetMedia }),
    ...inboxCommands({ clock, team, settings }),
    ...followUpCommands(clock),
    ...undoCommand({ clock, settings, team, wake: runtimes.wake }),
    ...feedbackCommands({ db, clock, team, jobs }),
    ...tagCommands(clock, settings),
    ...screeningCommands({ db, clock }),
    ...viewCommands({ clock, team }),
    ...teamCommands({ team, settings, clock }),
    ...slaCommands(clock),
    ...attentionCommands(settings, clock),
    ...requestCommands({ clock, wake: runtimes.wake, holdMs }),
    ...customerCommands({ db, clock, clientOf: runtimes.clientOf }),
    ...attributeCommands({ clock, team }),
    ...threadCommands(clock),
    ...noteCommands(clock),
    ...activityCommands(clock),
    ...outboxCommands({
      clock,
      team,
      settings,
      wake: runtimes.wake,
      holdMs,
      gate
    }),
    ...surveyCommands({ clock, team, gate, wake: runtimes.wake, holdMs }),
    ...suggestionCommands(clock),
    ...libraryCommands({ clock, team, shelf }),
    ...findingCommands({ clock, team }),
    ...linkCommands({ db, clock, team, shelf, jobs, web: deps.web }),
    ...fixCommands({ clock, team }),
    ...quickKeyCommand({ clock, team }),
    ...replyFileCommands(clock),
    ...libraryImportCommand({ db, files, jobs, clock, team, shelf }),
    ...libraryExportCommand({ db, files, jobs, team }),
    ...starterCommand({ clock, team, shelf }),
    ...promoCommands({ clock, team }),
    ...promoImportCommands({ db, jobs, clock, team }),
    ...promoExportCommand({ db, jobs, team }),
    ...sendCheckCommands({ db, clock, languages }),
    ...syncCommands(db, runtimes),
    ...mediaCommands(files),
    ...attachmentCommands(clock),
    ...backfillCommands(clock, runtimes.reconsider),
    ...costCommands({ clock, settings, reconsider: runtimes.reconsider }),
    ...settingsCommands(settings, (name) => {
      if (name === CEILING_DAY || name === CEILING_MONTH) runtimes.reconsider()
    }),
    ...archiveCommands({ deps, db, jobs, media, runtimes, practiceLibrary }),
    ...exportCommands({ db, jobs }),
    ...reportCommands({ db, clock, jobs, slaKeeper })
  }
  const dispatcher = createDispatcher(db, clock, commands)
  await connectStored(db, runtimes)
  if (deps.background) signOuts.start()

  let closing: Promise<void> | null = null
  return {
    connect: (port) => openSession(port, { definitions, dispatcher, live, log, meter }),
    media: (path, range) => media.open(path, range),
    attach: ({ conversation, ...given }) =>
      conversation === null
        ? keepReplyFile({ db, files, clock }, given)
        : attachToDraft({ db, files, clock }, { conversation, ...given }),
    resumed: sleep.resumed,
    close() {
      closing ??= (async () => {
        sleep.stop()
        jobs.stopAll()
        waker.stop()
        slaKeeper.stop()
        sweep.stop()
        promoKeeper.stop()
        viewCounts.stop()
        suggester.stop()
        surveyReader.stop()
        surveySender.stop()
        dates.stop()
        figures.stop()
        attention.stop()
        signIn.cancel()
        media.close()
        await signOuts.stop()
        await runtimes.stop()
        await dispatcher.idle()
        db.close()
        release()
      })()
      return closing
    }
  }
}

/** The key is made once and kept by the host's secret store; without it the database cannot be read by anybody. */
async function openOwned(deps: CoreDeps, published: Live['publish']): Promise<{ db: Database; key: DatabaseKey }> {
  let hex = await deps.secrets.get('database-key')
  if (hex === null) {
    if (hasDatabase(deps.dataDir)) {
      throw new AppError(
        'wrong-key',
        'This data folder holds a database, but its key is not in the secret store. Nothing was changed. Restore the secrets that belong to it, or choose another folder.'
      )
    }
    hex = randomBytes(32).toString('hex')
    await deps.secrets.set('database-key', hex)
  }
  const key = { hex }
  return { db: openDatabase(deps.dataDir, key, published, deps.probe), key }
}
