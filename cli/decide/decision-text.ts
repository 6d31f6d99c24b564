import type { DecisionContent } from '#contract/decisions.ts'
import { oneLine } from '../text/clean.ts'

type Option = DecisionContent['options'][number]
type TradeOff = Option['tradeOffs'][number]
type Claim = DecisionContent['claims'][number]

const SIDES = { good: 'Good', neutral: 'Neutral', bad: 'Bad' } as const
/** Headings of the plain fields, in the order in which they are written. */
const FIELDS = { needed: 'Decision needed', context: 'Context', criteria: 'Criteria', objectionsForeseen: 'Objections foreseen', consequences: 'Consequences', confirmation: 'Confirmation', more: 'More' } as const
type Field = keyof typeof FIELDS
const CLAIMS = 'Known and assumed'
const RECOMMENDATION = 'Recommendation'
const OPTION = /^option:\s*(.*)$/i
const TRADE_OFF = /^- (good|neutral|bad):\s*(.*)$/i
const CLAIM = /^- (?:(known|assumed)(?:,\s*(high|medium|low))?:\s*)?(.*)$/i
const CHOICE = /^option:\s*(.+)$/i
/** The longest id of a part that the contract takes. Unit: signs. */
const ID_MAX = 32

/** A decision as Markdown, with every heading, for an editor, a file or a pipe. `readDecisionText` gives the same decision back. */
export function writeDecisionText(content: DecisionContent): string {
  const { title, claims, options, recommendation } = content
  const field = (key: Field) => section(FIELDS[key], body(content[key]))
  const recommended = options.find(({ id }) => id === recommendation.optionId)
  return [
    `# ${oneLine(title)}`.trimEnd(), field('needed'), field('context'), field('criteria'),
    section(CLAIMS, claims.map(({ basis, confidence, text }) => item(`${basis}, ${confidence}`, text)).join('\n')),
    ...options.map((option) => section(`Option: ${oneLine(option.title)}`, [body(option.body), option.tradeOffs.map(({ side, text }) => item(SIDES[side], text)).join('\n')].filter(Boolean).join('\n\n'))),
    section(RECOMMENDATION, [recommended ? `Option: ${oneLine(recommended.title)}` : '', body(recommendation.why)].filter(Boolean).join('\n\n')),
    field('objectionsForeseen'), field('consequences'), field('confirmation'), field('more'),
  ].join('\n\n') + '\n'
}

const section = (heading: string, text: string): string => `## ${heading}${text === '' ? '' : `\n\n${text}`}`
const item = (name: string, text: string): string => `- ${name}: ${text.trim().split('\n').map((line, index) => index === 0 || line === '' ? line : `  ${line}`).join('\n')}`
/** Lines that would be read as something else get a backslash. */
const body = (text: string): string => text.replaceAll('\r\n', '\n').trim().split('\n').map((line) => isSpecial(line) ? `\\${line}` : line).join('\n')
const isSpecial = (line: string): boolean => /^\\*(?:#{1,2} |<!--)/.test(line) || TRADE_OFF.test(line.replace(/^\\+/, '')) || CHOICE.test(line.replace(/^\\+/, ''))
const plain = (line: string): string => line.startsWith('\\') && isSpecial(line) ? line.slice(1) : line

type Part = { heading: string; lines: string[] }

/**
 * Reads a decision from Markdown. Headings may come in any order and may be left out; text under a heading that is
 * not ours stays with it, under *More*. Options and trade-offs that stood in `before` keep their ids.
 */
export function readDecisionText(markdown: string, before: DecisionContent | null = null): DecisionContent {
  const { title, parts } = partsOf(markdown)
  const of = (heading: string) => parts.filter((part) => part.heading.toLowerCase() === heading.toLowerCase()).flatMap((part) => part.lines)
  const fields = Object.fromEntries(Object.entries(FIELDS).map(([key, heading]) => [key, textOf(of(heading))])) as Record<Field, string>
  const strange = parts.filter(({ heading }) => heading !== '' && !isKnown(heading)).map(({ heading, lines }) => `## ${heading}\n\n${textOf(lines)}`.trim())
  const options = withIds(parts.flatMap(({ heading, lines }) => {
    const name = OPTION.exec(heading)?.[1]
    return name === undefined ? [] : [readOption(name, lines)]
  }), before?.options ?? [])
  const opening = textOf(of(''))
  return {
    title, ...fields, needed: [opening, fields.needed].filter(Boolean).join('\n\n'), more: [fields.more, ...strange].filter(Boolean).join('\n\n'),
    claims: readClaims(of(CLAIMS)), options, recommendation: readRecommendation(of(RECOMMENDATION), options),
  }
}

const isKnown = (heading: string): boolean => OPTION.test(heading) || [...Object.values(FIELDS), CLAIMS, RECOMMENDATION].some((one) => one.toLowerCase() === heading.toLowerCase())
const textOf = (lines: readonly string[]): string => lines.map(plain).join('\n').trim()

/** Headings in fenced code are text; remarks of the editor are left out. */
function partsOf(markdown: string): { title: string; parts: Part[] } {
  let title = ''
  let fenced = false
  const parts: Part[] = [{ heading: '', lines: [] }]
  for (const line of markdown.replaceAll('\r\n', '\n').replace(/^\ufeff/, '').split('\n')) {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) fenced = !fenced
    const heading = fenced ? null : /^(#{1,2}) +(.*?)\s*#*$/.exec(line)
    if (!fenced && /^<!--.*-->$/.test(line)) continue
    if (heading?.[1] === '#' && title === '') title = heading[2] ?? ''
    else if (heading) parts.push({ heading: heading[2] ?? '', lines: [] })
    else parts.at(-1)?.lines.push(line)
  }
  return { title, parts }
}

function readOption(title: string, lines: readonly string[]): Omit<Option, 'id'> {
  const first = lines.findIndex((line) => TRADE_OFF.test(line))
  const rest = first < 0 ? [] : lines.slice(first)
  const tradeOffs: Omit<TradeOff, 'id'>[] = []
  const after: string[] = []
  for (const line of rest) {
    const match = TRADE_OFF.exec(line)
    const last = tradeOffs.at(-1)
    if (match) tradeOffs.push({ side: (match[1] ?? 'good').toLowerCase() as TradeOff['side'], text: match[2] ?? '' })
    else if (last && /^(?: {2}|\s*$)/.test(line) && after.length === 0) last.text = `${last.text}\n${line.slice(2)}`
    else after.push(line)
  }
  const body = [textOf(first < 0 ? lines : lines.slice(0, first)), textOf(after)].filter(Boolean).join('\n\n')
  return { title: title.trim(), body, tradeOffs: tradeOffs.map(({ side, text }) => ({ side, text: text.trim(), id: '' })) }
}

/** What stood before keeps its id: an option by its name, or by its place where only the name changed; a trade-off by its words. */
export function withIds(read: readonly Omit<Option, 'id'>[], before: readonly Option[]): Option[] {
  const names = new Set(read.map(({ title }) => title))
  const taken = new Set<string>(before.flatMap(({ id, tradeOffs }) => [id, ...tradeOffs.map((one) => one.id)]))
  const used = new Set<string>()
  const once = (id: string | undefined, wish: string): string => {
    const found = id !== undefined && !used.has(id) ? id : freeId(wish, taken)
    used.add(found)
    taken.add(found)
    return found
  }
  return read.map((option, index) => {
    const there = before[index]
    const old = before.find(({ title }) => oneLine(title) === option.title) ?? (read.length === before.length && there && !names.has(oneLine(there.title)) ? there : undefined)
    const id = once(old?.id, slug(option.title) || 'option')
    return { ...option, id, tradeOffs: option.tradeOffs.map(({ side, text }) => ({ side, text, id: once(old?.tradeOffs.find((one) => one.side === side && one.text.trim() === text)?.id, `${id}-${side}`) })) }
  })
}

function freeId(wish: string, taken: ReadonlySet<string>): string {
  const short = wish.slice(0, ID_MAX).replace(/-+$/, '')
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? short : `${short}-${count}`
    if (!taken.has(id)) return id
  }
}

const slug = (title: string): string => title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, ID_MAX)

function readClaims(lines: readonly string[]): Claim[] {
  const claims: Claim[] = []
  for (const line of lines) {
    const match = CLAIM.exec(line)
    const last = claims.at(-1)
    if (match) claims.push({ basis: (match[1]?.toLowerCase() ?? 'assumed') as Claim['basis'], confidence: (match[2]?.toLowerCase() ?? 'medium') as Claim['confidence'], text: match[3] ?? '' })
    else if (last && line.trim() !== '') last.text = `${last.text}\n${line.replace(/^ {2}/, '')}`
    else if (line.trim() !== '') claims.push({ basis: 'assumed', confidence: 'medium', text: line })
  }
  return claims.map((claim) => ({ ...claim, text: claim.text.trim() })).filter(({ text }) => text !== '')
}

/** `Option: NAME` in the first line names what is recommended; a name that is no option stays in the text. */
function readRecommendation(lines: readonly string[], options: readonly Option[]): DecisionContent['recommendation'] {
  const first = lines.findIndex((line) => line.trim() !== '')
  const name = CHOICE.exec(lines[first] ?? '')?.[1]?.trim() ?? ''
  const found = options.find(({ title }) => title.toLowerCase() === name.toLowerCase())
  return found ? { optionId: found.id, why: textOf(lines.slice(first + 1)) } : { optionId: null, why: textOf(lines) }
}
