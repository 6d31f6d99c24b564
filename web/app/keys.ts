/** What matters of a key press. `where` says what had focus. */
export type Press = {
  key: string
  /** The physical key; ⌥K types `˚` on a Mac, but its code is `KeyK`. */
  code: string
  mod: boolean
  alt: boolean
  where: 'page' | 'field' | 'editor'
}

/** The second key of `g b` must come within this. Unit: ms. */
const SEQUENCE_WITHIN = 1_200

/** Names a press as the registry does: `mod+k`, `mod+alt+k`, `g`, `?`. */
function nameOf(press: Press): string {
  const letter = press.alt && /^Key[A-Z]$/.test(press.code) ? press.code.slice(3).toLowerCase() : press.key
  const key = letter === ' ' ? 'space' : letter.toLowerCase()
  return [press.mod && 'mod', press.alt && 'alt', key].filter(Boolean).join('+')
}

/** True for keys that would otherwise type something: they must be possible to switch off (WCAG 2.1.4). */
export const isSingleKey = (keys: string) => !keys.includes('mod+')

/**
 * Turns presses into the keys of the registry, remembering the first half of a sequence.
 * In fields only chords count; in rich editors `mod+k` makes a link, so the palette is `mod+alt+k` there.
 */
export function makeKeyReader() {
  let first: { key: string, at: number } | undefined
  return (press: Press, at: number, known: (keys: string) => boolean): string | undefined => {
    const name = nameOf(press)
    if (press.mod) {
      first = undefined
      if (name === 'mod+alt+k') return 'mod+k'
      return name === 'mod+k' && press.where === 'editor' ? undefined : name
    }
    if (press.where !== 'page' || press.alt) return undefined
    const sequence = first && at - first.at <= SEQUENCE_WITHIN ? `${first.key} ${name}` : undefined
    first = { key: name, at }
    if (sequence && known(sequence)) {
      first = undefined
      return sequence
    }
    return name
  }
}
