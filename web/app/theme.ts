import { useSyncExternalStore } from 'react'

/** What a person chose on this device; `system` follows the machine. */
export type Theme = 'system' | 'light' | 'dark'

/** Also read by `public/theme.js` before the first paint. */
const KEY = 'longhand.theme'
const watchers = new Set<() => void>()

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system'
  }
}

/** Shows a theme now and remembers it on this device. */
export function setTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Without storage the choice holds until the page is closed.
  }
  for (const watcher of watchers) watcher()
}

function shownTheme(): Theme {
  const shown = document.documentElement.dataset['theme']
  return shown === 'light' || shown === 'dark' ? shown : stored()
}

export function useTheme(): Theme {
  return useSyncExternalStore(watch, shownTheme, () => 'system' as const)
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
