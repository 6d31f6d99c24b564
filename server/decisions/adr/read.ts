import type { DecisionContent, DecisionOption } from '#domain/decisions/content.ts'
import { readData } from './data.ts'
import type { Data } from './data.ts'
import { dateOfName, kindOfFile, numberOf, titleOfName } from './file-kind.ts'
import { readFront } from './front-matter.ts'
import { isPlaceholder, plainTitle } from './marks.ts'
import { cut } from './options.ts'
import type { ReadOption } from './options.ts'
import { outlineOf } from './outline.ts'
import type { Heading, Outline } from './outline.ts'
import type { AdrFormat, AdrNote, AdrRecord, AdrState } from './record.ts'
import { readSections, sectionLevel } from './sections.ts'
import type { Sections } from './sections.ts'

/** How many options contract/decisions.ts takes; more stand in the file alone. */
const OPTIONS_MAX = 500

/**
 * Reads one decision record: MADR 4 and 2, Nygard (adr-tools), log4brains, proposals in the manner of RFCs, and whatever else
 * has a title. Nothing makes it give up: what is not understood stays in the text and is told with its line.
 *
 * @param path as seen from the folder that is imported, with `/`
 */
export function readAdr(path: string, text: string): AdrRecord {
  const front = readFront(text)
  const outline = outlineOf(text, front.bodyStart)
  const level = sectionLevel(outline)
  const heading = titleHeading(outline, level)
  const introEnd = outline.headings.find((one) => one !== heading && one.level <= level)?.start ?? text.length
  const data = readData({ outline, front, intro: { start: heading?.end ?? front.bodyStart, end: introEnd }, level })
  const sections = readSections(outline, { start: introEnd, end: text.length }, level)
  const format = formatOf(path, { data, sections, front: front.end !== null })
  const notes: AdrNote[] = [...front.notes, ...data.notes, ...sections.notes]
  const { title, note } = titleFor(path, { heading, front: front.values.get('title')?.words[0], format })
  if (note) notes.push(note)
  const kind = kindOfFile(path, title, text)
  const options = numbered(sections.options.slice(0, OPTIONS_MAX))
  if (sections.options.length > OPTIONS_MAX) notes.push({ line: null, message: `It has ${sections.options.length} options; the first ${OPTIONS_MAX} were taken, and the file keeps all.` })
  const state = stateFor({ data, sections, format, notes })
  if (kind === null) notes.push(...missing(sections, { state, format }))
  const idOf = (option: ReadOption | null): string | null => options[option === null ? -1 : sections.options.indexOf(option)]?.id ?? null
  return {
    path, format: kind ?? format, state, status: data.status, date: data.date ?? dateOfName(path), until: data.until, number: numberOf(path), chosenOptionId: state === 'draft' ? null : idOf(sections.chosen),
    content: contentOf({ title, options, sections, intro: data.intro, format, recommended: idOf(sections.recommended ?? (state === 'draft' ? sections.chosen : null)) }), deciders: data.deciders, consulted: data.consulted, informed: data.informed, tags: data.tags,
    links: [...data.links, ...sections.links], reviewOn: sections.reviewOn, triggers: sections.triggers, notes,
    places: { ...data.places, titleEnd: heading?.end ?? null, linksEnd: sections.linksEnd },
  }
}

/** The first heading of the first level, where sections are of a deeper one or it is no section itself. */
function titleHeading({ headings }: Outline, level: number): Heading | null {
  const [first] = headings
  return first !== undefined && first.level < level ? first : null
}

function titleFor(path: string, { heading, front, format }: { heading: Heading | null; front: string | undefined; format: AdrFormat }): { title: string; note: AdrNote | null } {
  const raw = heading?.words ?? ''
  const number = /^(?:ADR[- ]?)?0*(\d{1,6})[.:)]\s+/i.exec(raw)
  const title = plainTitle(number ? raw.slice(number[0].length) : raw)
  const [said, named] = [Number(number?.[1] ?? -1), numberOf(path)]
  const note = number && named !== null && said !== named ? { line: null, message: `The heading says number ${said}, the name of the file ${named}; the file counts.` } : null
  if (title !== '') return { title: cut(title), note: note ?? (title.length > cut(title).length ? { line: null, message: 'The title is longer than 200 letters and was cut; the file keeps it whole.' } : null) }
  if (front !== undefined && front.trim() !== '') return { title: cut(plainTitle(front)), note: null }
  return { title: cut(titleOfName(path)), note: format === 'proposal' ? null : { line: 1, message: 'There is no title; it is named after its file.' } }
}

function formatOf(path: string, { data, sections, front }: { data: Data; sections: Sections; front: boolean }): AdrFormat {
  if (data.isProposal || sections.isProposal) return 'proposal'
  if (data.places.statusIn === 'section') return 'nygard'
  if (/(?:^|\/)\d{8}-[^/]*$/.test(path)) return 'log4brains'
  if (front && (sections.known > 0 || data.status !== null)) return 'madr'
  if (data.places.firstLine) return 'madr-2'
  return sections.known > 0 ? 'madr' : 'text'
}

/** Records without a status are taken for decided once they say what was decided, as their tools do. */
function stateFor({ data, sections, format, notes }: { data: Data; sections: Sections; format: AdrFormat; notes: AdrNote[] }): AdrState {
  if (data.state) return data.state
  if (data.status !== null && !isPlaceholder(data.status)) notes.push({ line: data.statusLine, message: `The status “${data.status.slice(0, 80)}” is none that is known here; it was taken for ${sections.hasOutcome ? 'decided' : 'a draft'}.` })
  if (format === 'proposal') return data.merged ? 'decided' : 'draft'
  return sections.hasOutcome ? 'decided' : 'draft'
}

function missing(sections: Sections, { state, format }: { state: AdrState; format: AdrFormat }): AdrNote[] {
  const notes: AdrNote[] = []
  if (sections.known === 0) notes.push({ line: null, message: 'No section has a name that is known here; all of it stands as one text.' })
  else if (sections.options.length === 0 && format === 'proposal') notes.push({ line: null, message: 'No heading names options; what it proposes stands as one text.' })
  if (sections.options.length > 0 && state === 'decided' && !sections.chosen) notes.push({ line: sections.outcomeLine, message: 'It does not say which of its options was chosen.' })
  return notes
}

const numbered = (options: readonly ReadOption[]): DecisionOption[] => options.map(({ title, body, tradeOffs }, at) => ({
  id: `option-${at + 1}`, title, body, tradeOffs: tradeOffs.map((one, index) => ({ id: `option-${at + 1}-${index + 1}`, ...one })),
}))

type Parts = { title: string; options: DecisionOption[]; sections: Sections; intro: string; format: AdrFormat; recommended: string | null }
function contentOf({ title, options, sections, intro, format, recommended }: Parts): DecisionContent {
  const { text } = sections
  const join = (...texts: string[]): string => texts.filter((one) => one !== '').join('\n\n')
  return {
    title, options, needed: text.needed, context: join(format === 'proposal' ? '' : intro, text.context), criteria: text.criteria, claims: sections.claims,
    recommendation: { optionId: recommended, why: sections.why }, objectionsForeseen: text.objections, consequences: text.consequences, confirmation: text.confirmation,
    more: join(text.more, format === 'proposal' ? intro : ''),
  }
}
