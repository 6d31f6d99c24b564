import { inPlainWords } from '../handoffs/tldr.ts'
import { ENGLISH } from '../words/said.ts'
import type { Words } from '../words/said.ts'
import { entryLink, inOne, line, readParts } from './pieces.ts'
import type { Part, Section, Told } from './pieces.ts'
import { stopped } from './words.ts'

/** One matter of a brief: what it is, who and from where, and why it is told. */
export type BriefLine = { readonly tldr: string; readonly by: string; readonly why: string | null; readonly number: number | null }
export type BriefPart = { readonly title: string; readonly note: string | null; readonly items: readonly BriefLine[]; readonly folded: readonly { readonly spaceName: string; readonly items: readonly BriefLine[] }[] }

/** A space in which more than this happened is told by its newest. */
const FOLDED_MAX = 5

/** What a brief would say, to be read in one go: first what waits, then what changed, space by space. @param words those of the brief */
export function sinceAway(parts: readonly BriefPart[], words: Words = ENGLISH): Section[] {
  return readParts(parts.flatMap(({ title, note, items, folded }): Part[] => [
    { title, paragraphs: note === null || items.length + folded.length === 0 ? [] : [note], items: items.map(briefLine) },
    ...folded.map(({ spaceName, items: inside }) => ({ title: `${title}: ${spaceName}`, paragraphs: [], items: [...inside.slice(0, FOLDED_MAX).map(briefLine), ...inside.length > FOLDED_MAX ? [line`And ${String(inside.length - FOLDED_MAX)} more.`] : []] })),
  ]), words)
}

function briefLine({ tldr, by, why, number }: BriefLine): Told {
  const said = stopped(inPlainWords(tldr))
  const matter = number === null ? said : entryLink(said, number)
  return inOne([matter, stopped(by), ...why === null || why === '' ? [] : [stopped(why)]])
}
