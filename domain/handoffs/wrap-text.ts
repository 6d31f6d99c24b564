import type { GitSource } from './git-log.ts'

export type LineSource = GitSource | { kind: 'workspace'; numbers: number[] }
/** People and roles as they are written, by name or address; whoever reads the text looks them up. */
export type WrittenReceiver = { kind: 'person' | 'role'; name: string } | { kind: 'shift' }

/** A wrap as a person writes it in a file, an editor or a pipe. */
export type WrapText = {
  state: string
  done: { text: string; source: LineSource | null }[]
  nextAction: string
  blockers: { text: string; owner: string | null; eta: string | null }[]
  decisions: { text: string; why: string }[]
  questions: { text: string; answerer: string | null }[]
  mostImportant: string
  batons: { text: string; nextStep: string; to: WrittenReceiver }[]
}

type Section = { heading: string; required: boolean; fields: readonly string[] | null }

/** Headings in the order in which they are written, and the fields that may stand below each item; null where text stands. */
export const SECTIONS = {
  state: { heading: 'State', required: true, fields: null },
  done: { heading: 'Done', required: false, fields: ['Commits', 'From'] },
  nextAction: { heading: 'Next action', required: true, fields: null },
  blockers: { heading: 'Blockers', required: false, fields: ['Owner', 'By'] },
  decisions: { heading: 'Decisions', required: false, fields: ['Why'] },
  questions: { heading: 'Open questions', required: false, fields: ['Who'] },
  mostImportant: { heading: 'Most important', required: true, fields: null },
  batons: { heading: 'Batons', required: false, fields: ['To', 'Next'] },
} as const satisfies Record<keyof WrapText, Section>
export type SectionKey = keyof typeof SECTIONS
export const SECTION_KEYS = Object.keys(SECTIONS) as SectionKey[]

/** A line below an item that names a field: `Owner: Mei`. */
export const fieldPattern = (key: SectionKey): RegExp => new RegExp(`^ ?(${(SECTIONS[key].fields ?? []).join('|') || '(?!)'}):(?: (.*)|\\s*)$`, 'is')
