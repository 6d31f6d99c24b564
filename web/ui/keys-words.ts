const MAC: Record<string, string> = { mod: '⌘', alt: '⌥', shift: '⇧', enter: '↵', escape: 'esc', tab: '⇥' }
const OTHER: Record<string, string> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift', enter: '↵', escape: 'Esc', tab: 'Tab' }
const SPOKEN: Record<string, string> = { '?': 'question mark', '/': 'slash', enter: 'Enter', escape: 'Escape', tab: 'Tab', alt: 'Alt', shift: 'Shift' }

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
  const say = (part: string) => (part === 'mod' ? (mac ? 'Command' : 'Control') : SPOKEN[part] ?? part)
  return keys.split(' ').map((chord) => chord.split('+').map(say).join(' ')).join(' then ')
}
