import { readSections } from './wrap-sections.ts'
import type { Item, Place } from './wrap-sections.ts'
import { wrong } from './wrap-sections.ts'
import { fieldPattern, SECTION_KEYS, SECTIONS } from './wrap-text.ts'
import type { LineSource, SectionKey, WrapText, WrittenReceiver } from './wrap-text.ts'

/** A wrap as Markdown, with every heading, for a file, an editor or a pipe. `readWrapMarkdown` gives the same wrap back. */
export function writeWrapMarkdown(wrap: WrapText): string {
  const items: Record<SectionKey, string> = {
    state: body(wrap.state), nextAction: body(wrap.nextAction), mostImportant: body(wrap.mostImportant),
    done: wrap.done.map((line) => item('done', line.text, sourceField(line.source))).join('\n'),
    blockers: wrap.blockers.map((line) => item('blockers', line.text, { Owner: line.owner, By: line.eta })).join('\n'),
    decisions: wrap.decisions.map((line) => item('decisions', line.text, { Why: line.why })).join('\n'),
    questions: wrap.questions.map((line) => item('questions', line.text, { Who: line.answerer })).join('\n'),
    batons: wrap.batons.map((line) => item('batons', line.text, { To: receiverWords(line.to), Next: line.nextStep })).join('\n'),
  }
  return SECTION_KEYS.map((key) => `## ${SECTIONS[key].heading}\n${items[key] === '' ? '' : `\n${items[key]}\n`}`).join('\n')
}

/**
 * Reads a wrap from Markdown. Headings may come in any order and at any level; empty ones may be left out.
 * @throws {Refusal} `bad_input`, naming the line and what to write there
 */
export function readWrapMarkdown(markdown: string): WrapText {
  const sections = readSections(markdown)
  const items = (key: SectionKey): Item[] => sections.items.get(key) ?? []
  return {
    state: sections.text('state'), nextAction: sections.text('nextAction'), mostImportant: sections.text('mostImportant'),
    done: items('done').map((one) => ({ text: one.text, source: readSource(one) })),
    blockers: items('blockers').map((one) => ({ text: one.text, owner: nameIn(one, 'Owner'), eta: readInstant(one) })),
    decisions: items('decisions').map((one) => ({ text: one.text, why: one.fields.get('Why')?.value ?? '' })),
    questions: items('questions').map((one) => ({ text: one.text, answerer: nameIn(one, 'Who') })),
    batons: items('batons').map((one) => ({ text: one.text, nextStep: one.fields.get('Next')?.value ?? '', to: readReceiver(one) })),
  }
}

/** Text under a heading; lines that would end it, or be taken for a remark, get a backslash. */
const body = (text: string): string => clean(text).split('\n').map((line) => /^(\\|#|<!--)/.test(line) ? `\\${line}` : line).join('\n')

function item(key: SectionKey, text: string, fields: Readonly<Record<string, string | null>>): string {
  const isField = fieldPattern(key)
  const [first = '', ...rest] = clean(text).split('\n')
  const more = rest.map((line) => indent('  ', line.startsWith('\\') || isField.test(line) ? `\\${line}` : line))
  const below = Object.entries(fields).flatMap(([name, value]) => {
    const [head = '', ...tail] = clean(value ?? '').split('\n')
    return head === '' ? [] : [`  ${name}: ${head}`, ...tail.map((line) => indent('    ', line))]
  })
  return [`- ${first}`, ...more, ...below].join('\n')
}

const indent = (by: string, line: string): string => line === '' ? '' : `${by}${line}`
const clean = (text: string): string => text.replaceAll('\r\n', '\n').trim()

function sourceField(source: LineSource | null): Record<string, string | null> {
  if (source === null) return {}
  if (source.kind === 'workspace') return { From: source.numbers.map((number) => `#${number}`).join(' ') }
  return { Commits: `${source.commits.join(' ')} on ${JSON.stringify(source.group)} of ${JSON.stringify(source.repository)}` }
}

function readSource({ fields }: Item): LineSource | null {
  const from = fields.get('From')
  if (from) {
    const numbers = from.value.split(/[\s,]+/).map((word) => Number(word.replace(/^#/, '')))
    if (!numbers.every((number) => Number.isSafeInteger(number) && number > 0)) throw wrong(from, 'is not a list of entries', 'Write numbers such as #12 #15.')
    return { kind: 'workspace', numbers }
  }
  const commits = fields.get('Commits')
  return commits ? readCommits(commits) : null
}

const JSON_TEXT = String.raw`"(?:[^"\\]|\\.)*"`
const COMMITS = new RegExp(`^(.*?) ?on (${JSON_TEXT}) of (${JSON_TEXT})$`, 's')

function readCommits(field: Place & { value: string }): LineSource {
  const match = COMMITS.exec(field.value)
  try {
    if (match?.[2] === undefined || match[3] === undefined) throw new SyntaxError('no names')
    return { kind: 'git', commits: (match[1] ?? '').split(/\s+/).filter((hash) => hash !== ''), group: String(JSON.parse(match[2])), repository: String(JSON.parse(match[3])) }
  } catch {
    throw wrong(field, 'does not name commits', 'Leave the line as it was suggested, or delete it.')
  }
}

function readInstant({ fields }: Item): string | null {
  const by = fields.get('By')
  if (!by) return null
  try {
    return Temporal.Instant.from(by.value.trim()).toString()
  } catch {
    throw wrong(by, `“${by.value}” is not a moment`, 'Write one such as 2026-03-24T09:00Z, or with an offset such as 2026-03-24T18:00+09:00.')
  }
}

const nameIn = ({ fields }: Item, name: string): string | null => fields.get(name)?.value ?? null

/** Names that would be read as something else are written with what they are. */
function receiverWords(to: WrittenReceiver): string {
  if (to.kind === 'shift') return 'next shift'
  if (to.kind === 'role') return `role ${to.name}`
  return /^(next shift$|role |person )/i.test(to.name) ? `person ${to.name}` : to.name
}

function readReceiver(one: Item): WrittenReceiver {
  const to = one.fields.get('To')
  if (!to) throw wrong(one, 'this baton says nobody to hand it to', 'Add a line such as “  To: Mei”, “  To: role On call” or “  To: next shift” below it.')
  if (/^(the )?next shift$/i.test(to.value)) return { kind: 'shift' }
  const typed = /^(role|person) (.+)$/is.exec(to.value)
  return typed?.[2] === undefined ? { kind: 'person', name: to.value } : { kind: typed[1]?.toLowerCase() === 'role' ? 'role' : 'person', name: typed[2].trim() }
}
