import { useEffect, useSyncExternalStore } from 'react'
import { commands } from './commands.ts'
import { isSingleKey, makeKeyReader } from './keys.ts'
import type { Press } from './keys.ts'

const KEY = 'longhand.single-keys'
const watchers = new Set<() => void>()

/** Whether single keys do something. Kept on this device; on unless switched off. */
function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

/** Switches `g b`, `j`, `?` and the like on or off (WCAG 2.1.4). Chords with ⌘ or Ctrl always work. */
export function setSingleKeys(on: boolean) {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off')
  } catch {
    // Without storage single keys stay on, as for everybody who never chose.
  }
  for (const watcher of watchers) watcher()
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore((watcher) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }, singleKeysOn)
}

/** Listens to the keyboard for the whole window: the keys of the focused item's actions, then the registry's. */
export function useShortcuts() {
  useEffect(() => {
    const read = makeKeyReader()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('[role=dialog]')) return
      const keys = read(pressOf(event), event.timeStamp, (sequence) => commands.byKeys(sequence) !== undefined)
      if (!keys || (isSingleKey(keys) && !singleKeysOn())) return
      const command = commands.byKeys(keys)
      const done = (isSingleKey(keys) && pressInItem(keys)) || (command && (command.run(), true))
      if (done) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function pressOf(event: KeyboardEvent): Press {
  const target = event.target instanceof HTMLElement ? event.target : document.body
  const where = target.isContentEditable ? 'editor' : target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox], [role=listbox]') ? 'field' : 'page'
  return { key: event.key, code: event.code, mod: event.metaKey || event.ctrlKey, alt: event.altKey, where }
}

/** Presses the action of the focused item that carries this key. */
function pressInItem(key: string): boolean {
  const item = document.activeElement?.closest('[data-item]')
  const action = item?.querySelector<HTMLElement>(`[aria-keyshortcuts~="${CSS.escape(key)}" i]`)
  action?.click()
  return action !== null && action !== undefined
}

/** Moves focus to the next (1) or previous (-1) item of the page. */
export function moveAmongItems(step: 1 | -1) {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')]
  const current = items.findIndex((item) => item.contains(document.activeElement))
  const next = items[current === -1 ? (step === 1 ? 0 : items.length - 1) : current + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
