/** Where a section of an exported file begins; what it is about stands in the same comment, as JSON. */
const MARK = '<!-- longhand:'
const BEGIN = `\n${MARK}section `
const END = ' -->\n\n'

/** A part of an exported file with a text of its own, such as a reply. `heading` is for readers and is not read back. */
export type Section = { readonly about: Readonly<Record<string, unknown>>; readonly heading: string; readonly text: string }

/** A text may hold what looks like a mark of ours; it gets a backslash, which is taken away when it is read. */
const escaped = (text: string): string => text.replace(/<!-- longhand(\\*):/g, '<!-- longhand\\$1:')
const unescaped = (text: string): string => text.replace(/<!-- longhand\\(\\*):/g, '<!-- longhand$1:')

/** A comment ends at the first `-->`, so that none stands inside. */
const inComment = (about: Section['about']): string => JSON.stringify(about).replaceAll('>', '\\u003e')
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/** A text and its sections as one text, from which `readSections` gives exactly these back, byte for byte. */
export function writeSections(text: string, sections: readonly Section[]): string {
  return `${escaped(text)}\n${sections.map((one) => `${BEGIN}${inComment(one.about)}${END}## ${oneLine(one.heading)}\n\n${escaped(one.text)}\n`).join('')}`
}

/** @returns null where it is not as `writeSections` writes it, such as after line ends were changed */
export function readSections(file: string): { text: string; sections: Section[] } | null {
  const [first = '', ...rest] = `\n${file}`.split(BEGIN)
  const text = withoutEnd(first.slice(1))
  const sections = rest.map(sectionOf)
  return text === null || sections.includes(null) ? null : { text: unescaped(text), sections: sections.filter((one) => one !== null) }
}

function sectionOf(part: string): Section | null {
  const end = part.indexOf(END)
  const about = end < 0 ? null : objectIn(part.slice(0, end))
  if (about === null || !part.startsWith('## ', end + END.length)) return null
  const from = end + END.length
  const line = part.indexOf('\n\n', from)
  const text = line < 0 ? null : withoutEnd(part.slice(line + 2))
  return text === null ? null : { about, heading: part.slice(from + 3, line), text: unescaped(text) }
}

const withoutEnd = (text: string): string | null => text.endsWith('\n') ? text.slice(0, -1) : null

function objectIn(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch { return null }
}
