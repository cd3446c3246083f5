import { type ComponentType, useEffect, useState } from 'react'
import { usePart } from '../core/use-part.ts'
import type { View } from './navigation.ts'

/** So long after the start the rest of the console is fetched, unless it is wanted sooner. Milliseconds. */
const AFTER_START = 1_500

/**
 * The places besides the inbox. They do not come with the start, but when they are first wanted or once the inbox stands:
 * nobody waits for them, neither before the first conversation nor before the place. Null while one is on its way.
 */
export function useViews(
  view: View
): Readonly<Record<'library' | 'reports' | 'feedback' | 'promos' | 'settings', ComponentType | null>> {
  const [started, setStarted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setStarted(true), AFTER_START)
    return () => clearTimeout(timer)
  }, [])
  return {
    library: usePart(started || view === 'library', loadLibrary),
    reports: usePart(started || view === 'reports', loadReports),
    feedback: usePart(started || view === 'feedback', loadFeedback),
    promos: usePart(started || view === 'promos', loadPromos),
    settings: usePart(started || view === 'settings', loadSettings)
  }
}

async function loadLibrary(): Promise<ComponentType> {
  return (await import('../features/library/LibraryView/LibraryView.tsx')).LibraryView
}

async function loadReports(): Promise<ComponentType> {
  return (await import('../features/reports/ReportsView/ReportsView.tsx')).ReportsView
}

async function loadFeedback(): Promise<ComponentType> {
  return (await import('../features/feedback/BoardView/BoardView.tsx')).BoardView
}

async function loadPromos(): Promise<ComponentType> {
  return (await import('../features/promos/PromosView/PromosView.tsx')).PromosView
}

async function loadSettings(): Promise<ComponentType> {
  return (await import('../features/settings/SettingsView/SettingsView.tsx')).SettingsView
}
