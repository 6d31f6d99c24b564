import type { AdrRecord, Span } from './record.ts'
import type { Written } from './write.ts'

type Slot = Span & { readonly write: (words: string) => string }
export type AdrChange = {
  /** What the status says now; null where it says so already. */
  readonly status: string | null
  /** Lines such as `Supersedes [ADR-0003](0003-old.md)` that the file does not have. */
  readonly links: readonly string[]
}

/** Writes status and links into a file as it came; every other byte stays. Without a change the file is the same. */
export function patchAdr(source: string, record: AdrRecord, { status, links }: AdrChange): Written {
  const line = source.includes('\r\n') ? '\r\n' : '\n'
  const [one, other] = [statusSlot(source, record, line), linksSlot(source, record, line)]
  const changes = [{ slot: one, words: status }, { slot: other, words: links.length === 0 ? null : links.join('\n') }].toSorted((a, b) => a.slot.start - b.slot.start)
  const kept: Span[] = []
  let [text, at] = ['', 0]
  for (const { slot, words } of changes) {
    text += source.slice(at, slot.start)
    const start = text.length
    text += words === null ? source.slice(slot.start, slot.end) : slot.write(words)
    kept.push({ start, end: text.length })
    at = slot.end
  }
  return { text: text + source.slice(at), kept }
}

/** Where the status stands, else where its format would put it. */
function statusSlot(source: string, { places }: AdrRecord, line: string): Slot {
  const { status, statusIn, frontMatterEnd, firstLine, titleEnd } = places
  if (status !== null) {
    const old = source.slice(status.start, status.end)
    const capital = /^[^\p{L}]*\p{Lu}/u.test(old)
    const gap = old === '' && source[status.start - 1] === ':' ? ' ' : ''
    return { ...status, write: (words) => statusIn === 'front-matter' ? gap + inYaml(words) : capital ? words.charAt(0).toUpperCase() + words.slice(1) : words }
  }
  if (frontMatterEnd !== null) return at(frontMatterEnd, (words) => `status: ${inYaml(words)}${line}`)
  if (firstLine !== null) {
    const mark = /^[ \t]*[-*+][ \t]+/.exec(source.slice(firstLine.start, firstLine.end))?.[0] ?? ''
    return at(firstLine.start, (words) => `${mark}Status: ${words}${line}`)
  }
  if (titleEnd !== null) return at(titleEnd, (words) => `${line}${line}Status: ${words}`)
  return at(source.startsWith('\uFEFF') ? 1 : 0, (words) => `---${line}status: ${inYaml(words)}${line}---${line}${line}`)
}

/** Below the links that are there, below the status of a Nygard record, else at the end. */
function linksSlot(source: string, { places, format }: AdrRecord, line: string): Slot {
  const { linksEnd, status, statusIn } = places
  if (linksEnd !== null) {
    const last = source.slice(source.lastIndexOf('\n', linksEnd - 1) + 1)
    const mark = /^[ \t]*[-*+][ \t]+/.exec(last)?.[0] ?? '- '
    return at(linksEnd, (words) => words.split('\n').map((one) => `${line}${mark}${one}`).join(''))
  }
  if (format === 'nygard' && statusIn === 'section' && status !== null) return at(status.end, (words) => words.split('\n').map((one) => `${line}${line}${one}`).join(''))
  const gap = source === '' || source.endsWith('\n') ? line : `${line}${line}`
  return at(source.length, (words) => `${gap}## Links${line}${line}${words.split('\n').map((one) => `- ${one}${line}`).join('')}`)
}

const at = (offset: number, write: (words: string) => string): Slot => ({ start: offset, end: offset, write })
const inYaml = (words: string): string => /[:#]\s|\s#|^[^\p{L}]|[:\\]$|"/u.test(words) ? JSON.stringify(words) : words
