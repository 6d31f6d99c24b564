import { t } from './words.ts'

const MAC: Record<string, string> = { mod: '⌘', alt: '⌥', shift: '⇧', enter: '↵', escape: 'esc', tab: '⇥' }
const OTHER: Record<string, string> = { mod: t`Ctrl`, alt: 'Alt', shift: t`Shift¦key`, enter: '↵', escape: 'Esc', tab: 'Tab' }
const SPOKEN: Record<string, string> = { '?': t`question mark`, '/': t`slash`, enter: t`Enter¦key`, escape: 'Escape', tab: t`Tab¦key`, alt: 'Alt', shift: t`Shift¦key` }

/** The caps of a sequence: `mod+k` → `⌘K` or `Ctrl K`; `g b` → `g`, `b`. */
export function writtenKeys(keys: string, mac: boolean): string[] {
  const names = mac ? MAC : OTHER
  return keys.split(' ').map((chord) => {
    const parts = chord.split('+')
    if (parts.length === 1) return names[chord] ?? chord
    return parts.map((part) => names[part] ?? part.toUpperCase()).join(mac ? '' : ' ')
  })
}

/** The same for people who hear it: `mod+k` → `Command K`; `g b` → `g then b`. */
export function spokenKeys(keys: string, mac: boolean): string {
  const say = (part: string) => (part === 'mod' ? (mac ? t`Command¦key` : t`Control¦key`) : SPOKEN[part] ?? part)
  return keys.split(' ').map((chord) => chord.split('+').map(say).join(' ')).join(t` then `)
}
