/** A name of a folder or file stays below what file systems take, in any script. Unit: letters. */
const NAME_MAX = 50
const NUMBER_DIGITS = 4

/** Signs that join letters or choose how one looks, and are no letters. */
const JOINERS = /\p{Join_Control}|\p{Variation_Selector}|\p{Me}/gu
const LATIN_ACCENT = /\p{Script=Latin}[\u0300-\u036F]/u
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
/** Names that Windows keeps for devices, with or without an ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/**
 * A text as the name of a file or folder: lower case, words in dashes, letters of any script kept, accents of Latin ones left
 * out; never a path, and `fallback` where no letter is left.
 * @example ('Café & Küche', 'space') → 'cafe-kuche'
 */
export function slugOf(text: string, fallback: string): string {
  const letters = [...text.normalize('NFKC').replace(JOINERS, '').toLowerCase().normalize('NFD')]
  let plain = ''
  for (const letter of letters) if (!LATIN_ACCENT.test(`${plain.at(-1) ?? ''}${letter}`)) plain += letter
  const words = (plain.normalize('NFC').match(WORDS) ?? []).join('-')
  const cut = [...words].slice(0, NAME_MAX).join('').replace(/-$/, '')
  return cut === '' || DEVICES.test(cut) ? `${cut}${cut === '' ? '' : '-'}${fallback}` : cut
}

/** The name of an entry's file: its number never changes, so that another title is a renamed file and not another one. */
export const entryFileName = (number: number, title: string, kind: string): string => `${String(number).padStart(NUMBER_DIGITS, '0')}-${slugOf(title, kind)}.md`

/** Names for things that may be called alike: the first, in the order given, keeps the plain one. */
export function uniqueNames<T extends { id: string; name: string }>(things: readonly T[], fallback: string): Map<string, string> {
  const taken = new Set<string>()
  const names = new Map<string, string>()
  for (const { id, name } of things) {
    const plain = slugOf(name, fallback)
    let free = plain
    for (let n = 2; taken.has(free); n += 1) free = `${plain}-${n}`
    taken.add(free)
    names.set(id, free)
  }
  return names
}

const PART = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._ ()+,;=@~!&'#%[\]{}$^`-]*$/u

/** Whether a path of an export may be written below a folder: plain names, no dots in front, nothing that leads out of it. */
export const isExportPath = (path: string): boolean => path.length <= 400 && path.split('/').every((part) => PART.test(part) && !/[. ]$/.test(part) && !DEVICES.test(part.split('.')[0]?.toLowerCase() ?? ''))
