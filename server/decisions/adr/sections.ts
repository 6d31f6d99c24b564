import type { Claim } from '#domain/decisions/content.ts'
import { fieldText, itemText } from './fields.ts'
import { linksOfText } from './links.ts'
import { nameOf } from './marks.ts'
import { headedOptions, joinOptions, listedOptions, sectionsAt, wholeOf } from './options.ts'
import type { ReadOption, Section } from './options.ts'
import { readOutcome } from './outcome.ts'
import { lineAt, startingIn, without } from './outline.ts'
import type { Outline } from './outline.ts'
import type { AdrLink, AdrNote, Span } from './record.ts'

const PARTS = {
  'context and problem statement': 'needed', summary: 'needed', 'problem statement': 'needed', context: 'context', background: 'context', motivation: 'context', problem: 'context',
  'decision drivers': 'criteria', drivers: 'criteria', 'decision criteria': 'criteria', criteria: 'criteria', forces: 'criteria',
  'considered options': 'options', options: 'options', 'options considered': 'options', 'considered alternatives': 'options', 'alternatives considered': 'options', alternatives: 'alternatives',
  'decision outcome': 'outcome', decision: 'outcome', outcome: 'outcome', resolution: 'outcome', 'pros and cons of the options': 'arguments', 'pros and cons': 'arguments', 'options in detail': 'arguments',
  consequences: 'consequences', implications: 'consequences', confirmation: 'confirmation', validation: 'confirmation', compliance: 'confirmation', drawbacks: 'objections', 'objections foreseen': 'objections',
  'more information': 'more', links: 'links', 'related decisions': 'links', status: 'status',
} as const
type Part = (typeof PARTS)[keyof typeof PARTS]
const partOf = (name: string): Part | undefined => Object.hasOwn(PARTS, name) ? PARTS[name as keyof typeof PARTS] : undefined

type Texts = { needed: string; context: string; criteria: string; consequences: string; confirmation: string; objections: string; more: string }
export type Sections = {
  /** How many have a name that is known. */
  known: number
  text: Texts; options: ReadOption[]; chosen: ReadOption | null; recommended: ReadOption | null; why: string; claims: Claim[]; links: AdrLink[]; linksEnd: number | null; notes: AdrNote[]
  hasOutcome: boolean; outcomeLine: number | null; isProposal: boolean; reviewOn: string | null; triggers: string[]
}

/** The level at which sections with known names stand; else that of the second kind of heading. */
export function sectionLevel({ headings }: Outline): number {
  const [first, ...rest] = headings
  const others = first?.level === 1 && rest.every(({ level }) => level > 1) ? rest : headings
  const known = others.filter(({ words }) => partOf(nameOf(words)) !== undefined).map(({ level }) => level)
  return known.length > 0 ? known.reduce((least, one) => Math.min(least, one)) : SECTION
}
const SECTION = 2
const OUTCOME_PARTS: Readonly<Record<string, 'consequences' | 'confirmation'>> = { consequences: 'consequences', 'positive consequences': 'consequences', 'negative consequences': 'consequences', confirmation: 'confirmation', validation: 'confirmation' }

/** What the sections say, by their names; sections of other names stay whole in `more`. */
export function readSections(outline: Outline, span: Span, level: number): Sections {
  const sections = sectionsAt(outline, span, level)
  const names = new Set(sections.map(({ name }) => name))
  const read: Sections = {
    known: 0, text: { needed: '', context: '', criteria: '', consequences: '', confirmation: '', objections: '', more: '' }, options: [], chosen: null, recommended: null, why: '', claims: [], links: [], linksEnd: null, notes: [],
    hasOutcome: false, outcomeLine: null, isProposal: names.has('summary') && (names.has('motivation') || names.has('detailed design')), reviewOn: null, triggers: [],
  }
  const listed: ReadOption[] = []
  const argued: ReadOption[] = []
  const outcomes: string[] = []
  const parts: Readonly<Record<Part, (section: Section) => void>> = {
    needed: (one) => readProblem(outline, one, level, read.text), context: (one) => add(read.text, 'context', bodyOf(outline, one)), criteria: (one) => add(read.text, 'criteria', bodyOf(outline, one)),
    options: (one) => optionsFrom(outline, one, { listed, text: read.text, lists: true }), alternatives: (one) => optionsFrom(outline, one, { listed, text: read.text, lists: false }),
    arguments: (one) => { const found = headedOptions(outline, one.body, { strip: false }); argued.push(...found.options); keepRest(read.text, one, found.rest) },
    outcome: (one) => { outcomes.push(readOutcomeParts(outline, one, level, read.text)); read.outcomeLine ??= lineAt(outline, one.heading.start) },
    consequences: (one) => add(read.text, 'consequences', bodyOf(outline, one)), confirmation: (one) => add(read.text, 'confirmation', bodyOf(outline, one)), objections: (one) => add(read.text, 'objections', bodyOf(outline, one)),
    more: (one) => readMore(outline, one, level, read), links: (one) => readLinks(outline, one, read), status: () => {},
  }
  for (const section of sections) {
    const part = partOf(section.name)
    if (part === undefined) add(read.text, 'more', fieldText(outline.source.slice(section.heading.start, section.body.end)))
    else { parts[part](section); read.known += 1 }
  }
  return { ...read, ...conclude(read, joinOptions(listed, argued), outcomes) }
}

function conclude(read: Sections, options: ReadOption[], outcomes: readonly string[]): Partial<Sections> {
  if (read.isProposal && options.length > 0) {
    const proposed: ReadOption = { title: 'As proposed', label: null, body: '', tradeOffs: [] }
    return { options: [proposed, ...options], chosen: proposed, recommended: proposed, why: outcomes.join('\n\n'), hasOutcome: outcomes.some((text) => text !== '') }
  }
  const { chosen, recommended, why, unknown } = readOutcome(outcomes.join('\n\n'), options)
  const notes = unknown === null ? [] : [{ line: read.outcomeLine, message: `The option that it names as chosen is none of those it lists: ${unknown.slice(0, 100)}` }]
  return { options, chosen, recommended, why, hasOutcome: outcomes.some((text) => text !== ''), notes: [...read.notes, ...(options.length > 0 ? notes : [])] }
}

const bodyOf = ({ source }: Outline, { body }: Section): string => fieldText(source.slice(body.start, body.end))
function add(text: Texts, field: keyof Texts, more: string): void {
  text[field] = [text[field], more].filter((one) => one !== '').join('\n\n')
}
const keepRest = (text: Texts, { heading }: Section, rest: string): void => { if (rest !== '') add(text, 'more', `**${heading.words}**\n\n${rest}`) }

/** The problem, and below it “Background” where we wrote both. */
function readProblem(outline: Outline, { body }: Section, level: number, text: Texts): void {
  const background = sectionsAt(outline, body, level + 1).filter(({ name }) => name === 'background')
  add(text, 'needed', fieldText(without(outline.source, body, background.map(wholeOf))))
  for (const one of background) add(text, 'context', bodyOf(outline, one))
}

function optionsFrom(outline: Outline, section: Section, { listed, text, lists }: { listed: ReadOption[]; text: Texts; lists: boolean }): void {
  const headed = startingIn(outline.headings, section.body).length > 0
  if (!headed && !lists) return add(text, 'more', fieldText(outline.source.slice(section.heading.start, section.body.end)))
  const found = headed ? headedOptions(outline, section.body, { strip: true }) : listedOptions(outline, section.body)
  listed.push(...found.options)
  keepRest(text, section, found.rest)
}

/** Takes consequences and confirmation out of the outcome. @returns the rest */
function readOutcomeParts(outline: Outline, { body }: Section, level: number, text: Texts): string {
  const parts = sectionsAt(outline, body, level + 1).filter(({ name }) => Object.hasOwn(OUTCOME_PARTS, name))
  for (const part of parts) {
    const field = OUTCOME_PARTS[part.name] ?? 'consequences'
    add(text, field, part.name === field || field === 'confirmation' ? bodyOf(outline, part) : fieldText(outline.source.slice(part.heading.start, part.body.end)))
  }
  const rest = without(outline.source, body, parts.map(wholeOf))
  return rest.startsWith('<!--') ? fieldText(rest) : rest
}

/** “More Information”, with what we write below it taken apart again where all of it is understood. */
function readMore(outline: Outline, section: Section, level: number, read: Sections): void {
  const taken = sectionsAt(outline, section.body, level + 1).filter((one) => takeOwn(outline, one, read))
  add(read.text, 'more', fieldText(without(outline.source, section.body, taken.map(wholeOf))))
  if (taken.every(({ name }) => name !== 'links')) read.links.push(...linksOfText(outline.source.slice(section.body.start, section.body.end), lineAt(outline, section.body.start)))
}

function takeOwn(outline: Outline, section: Section, read: Sections): boolean {
  const blocks = startingIn(outline.blocks, section.body)
  const items = blocks.flatMap((block) => block.items.map((item) => itemText(outline.source, item)))
  const onlyList = blocks.every((block) => block.items.length > 0)
  switch (section.name) {
    case 'objections foreseen': add(read.text, 'objections', bodyOf(outline, section)); return true
    case 'known and assumed': { const claims = items.map(claimOf).filter((one) => one !== null); if (!onlyList || claims.length !== items.length) return false; read.claims.push(...claims); return true }
    case 'links': {
      const links = linksOfText(outline.source.slice(section.body.start, section.body.end), lineAt(outline, section.body.start))
      if (!onlyList || links.length !== items.length) return false
      read.links.push(...links); read.linksEnd = blocks.at(-1)?.end ?? null
      return true
    }
    case 'review': {
      const review = /^To be looked at again(?: on (\d{4}-\d{2}-\d{2}))?(?:,? (?:or )?when:|\.)/.exec(bodyOf(outline, section))
      if (review) { read.reviewOn = review[1] ?? null; read.triggers.push(...items) }
      return review !== null
    }
    default: return false
  }
}

const CLAIM = /^(Known|Assumed), (high|medium|low) confidence: ?([^]*)$/
function claimOf(text: string): Claim | null {
  const [, basis, confidence = '', said = ''] = CLAIM.exec(text) ?? []
  if (basis === undefined) return null
  return { basis: basis === 'Known' ? 'known' : 'assumed', confidence: confidence === 'high' ? 'high' : confidence === 'low' ? 'low' : 'medium', text: said }
}

function readLinks(outline: Outline, section: Section, read: Sections): void {
  read.links.push(...linksOfText(outline.source.slice(section.body.start, section.body.end), lineAt(outline, section.body.start)))
  read.linksEnd = startingIn(outline.blocks, section.body).findLast(({ items }) => items.length > 0)?.end ?? null
  add(read.text, 'more', fieldText(outline.source.slice(section.heading.start, section.body.end)))
}
