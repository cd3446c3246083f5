import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftSaved } from '../../../../shared/contract/commands.ts'
import {
  type Draft,
  emptyDraft,
  heard,
  keepingMine,
  saved,
  saving,
  sending,
  sent,
  type StoredDraft,
  takingOther
} from './draft.ts'

/**
 * Several windows write the same draft over slow connections, in every order that a search finds. Whatever happens,
 * each word that was ever typed is in a field, in the draft, in the history or in a reply.
 */

const nothing: StoredDraft = { text: '', revision: null, returned: false }

/** What the core promises, in a few lines (core/thread/drafts.ts is tested against the same promise). */
function makeCore() {
  let stored = nothing
  const kept: string[] = []
  return {
    kept,
    stored: () => stored,
    save(text: string, base: string | null, revision: string, replaces: boolean): DraftSaved {
      if (stored.revision !== null && stored.revision !== base) {
        kept.push(text)
        return { saved: false, current: { text: stored.text, revision: stored.revision } }
      }
      if (replaces || !text.includes(stored.text)) kept.push(stored.text)
      stored = text.trim() === '' ? nothing : { text, revision, returned: false }
      return { saved: true, current: stored.revision === null ? null : { text, revision } }
    },
    send(text: string, base: string | null): void {
      kept.push(text)
      if (stored.revision === base || stored.text === text) stored = nothing
    },
    takeBack(text: string, revision: string): void {
      stored = { text: stored.text === '' ? text : `${text}\n\n${stored.text}`, revision, returned: true }
    }
  }
}

interface Window {
  draft: Draft
  /** Asked of the core and not there yet, in order. */
  readonly up: (() => void)[]
  /** Said by the core and not there yet, in order. */
  readonly down: (() => void)[]
  /** The newest state of the draft that has arrived; a window renders with it again and again. */
  view: StoredDraft | null
}

const step = fc.tuple(
  fc.constantFrom('type', 'type', 'save', 'up', 'up', 'down', 'down', 'send', 'back', 'keep', 'take', 'reload'),
  fc.nat(1)
)

test('no word is ever lost, and windows that are done agree', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const core = makeCore()
      let number = 0
      const words: string[] = []
      const inFlight = new Set<string>()
      const windows: Window[] = [0, 1].map(() => ({ draft: emptyDraft, up: [], down: [], view: null }))

      const publish = (): void => {
        const now = core.stored()
        for (const window of windows) window.down.push(() => (window.view = now))
      }
      const render = (window: Window): void => {
        if (window.view !== null) window.draft = heard(window.draft, window.view)
      }
      const save = (window: Window, from: Draft, replaces = false): void => {
        const revision = `r${(number += 1)}`
        window.draft = saving({ ...window.draft, conflict: from.conflict }, from.text, revision)
        inFlight.add(from.text)
        window.up.push(() => {
          const answer = core.save(from.text, from.base, revision, replaces)
          publish()
          window.down.push(() => (window.draft = saved(window.draft, from, answer)))
        })
      }
      const act = (what: string, window: Window): void => {
        const { draft } = window
        const unsaved = draft.text !== draft.saved
        if (what === 'type') {
          const word = `w${(number += 1)}.`
          words.push(word)
          window.draft = { ...draft, text: `${draft.text}${word}` }
        } else if (what === 'save' && unsaved && draft.loaded) save(window, draft)
        else if (what === 'up') window.up.shift()?.()
        else if (what === 'down') window.down.shift()?.()
        else if (what === 'send' && draft.loaded && draft.text !== '') {
          window.draft = sending(draft)
          inFlight.add(draft.text)
          window.up.push(() => {
            core.send(draft.text, draft.base)
            publish()
            window.down.push(() => (window.draft = sent(window.draft)))
          })
        } else if (what === 'back') {
          core.takeBack('taken back', `b${(number += 1)}`)
          publish()
        } else if (what === 'keep' && draft.conflict !== null) {
          window.draft = keepingMine(draft)
          save(window, window.draft, true)
        } else if (what === 'take' && draft.conflict !== null) {
          if (unsaved) save(window, draft)
          window.draft = takingOther(window.draft)
        } else if (what === 'reload') {
          // The page goes away: it saves what is not saved, and its frames still arrive.
          if (unsaved) save(window, draft)
          for (const ask of window.up.splice(0)) ask()
          Object.assign(window, { draft: emptyDraft, down: [], view: core.stored() })
        }
      }

      for (const window of windows) window.view = core.stored()
      for (const [what, index] of steps) {
        const window = windows[index]
        if (!window) continue
        render(window)
        act(what, window)
        render(window)
        const places = [...windows.map((one) => one.draft.text), core.stored().text, ...core.kept, ...inFlight]
        for (const word of words)
          expect(
            places.some((place) => place.includes(word)),
            `${word} is lost`
          ).toBe(true)
      }

      // Everything arrives, everything is saved.
      for (let round = 0; round < 60; round += 1) {
        for (const window of windows) {
          render(window)
          if (window.draft.text !== window.draft.saved && window.draft.pending === 0) act('save', window)
          for (const what of ['up', 'down', 'down']) act(what, window)
          render(window)
        }
      }
      const places = [...windows.map((one) => one.draft.text), core.stored().text, ...core.kept]
      for (const word of words)
        expect(
          places.some((place) => place.includes(word)),
          `${word} is lost`
        ).toBe(true)
      for (const { draft } of windows) {
        expect(draft.pending).toBe(0)
        if (draft.conflict === null) expect(draft.text).toBe(core.stored().text)
        else expect(draft.conflict.text).toBe(core.stored().text)
      }
    }),
    { numRuns: 500 }
  )
})

test('hearing the same twice is hearing it once', () => {
  const text = fc.constantFrom('', 'a', 'ab', 'b')
  const revision = fc.constantFrom(null, 'r1', 'r2')
  const remote = fc
    .record({ text, revision, returned: fc.boolean() })
    .map((one) => (one.revision === null ? nothing : one))
  fc.assert(
    fc.property(text, text, revision, fc.nat(1), fc.boolean(), remote, (typed, had, base, pending, loaded, stored) => {
      const draft: Draft = { text: typed, saved: had, base, loaded, pending, conflict: null }
      const once = heard(draft, stored)
      expect(heard(once, stored)).toBe(once)
    })
  )
})
