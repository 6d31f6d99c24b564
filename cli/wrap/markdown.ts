import { UsageError } from '../errors.ts'
import { emptyDraft, readBaton } from './draft.ts'
import type { WrapDraft } from './draft.ts'

type Section = keyof WrapDraft

/** What a heading may be called; its first word decides. */
const HEADINGS: Readonly<Record<string, Section>> = {
  state: 'state', status: 'state', done: 'done', next: 'next', blockers: 'blockers', blocker: 'blockers', blocked: 'blockers', decisions: 'decisions', decision: 'decisions',
  questions: 'questions', question: 'questions', open: 'questions', most: 'important', important: 'important', batons: 'batons', baton: 'batons', handover: 'batons',
}
const SECTIONS = 'State, Done, Next, Blockers, Decisions, Questions, Most important, Batons'

/**
 * A wrap as Markdown: one heading for each field, list items for lists. `Blockers: - text | owner | when`,
 * `Decisions: - text | why`, `Questions: - text | who`, `Batons: - text -> receiver`. What stands before the first heading is the state.
 * @throws {UsageError} for headings that mean nothing here, so that no text is dropped in silence
 */
export function draftFromMarkdown(text: string): WrapDraft {
  const draft = emptyDraft()
  let section: Section = 'state'
  const found = new Map<Section, string[]>()
  for (const line of withoutComments(text).split(/\r?\n/)) {
    const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1]
    if (heading !== undefined) section = sectionOf(heading)
    else found.set(section, [...found.get(section) ?? [], line])
  }
  for (const [name, lines] of found) fill(draft, name, lines)
  return draft
}

function sectionOf(heading: string): Section {
  const word = /^\p{L}+/u.exec(heading.trim().toLowerCase())?.[0] ?? ''
  const section = HEADINGS[word]
  if (section === undefined || (word === 'open' && !/question/i.test(heading))) throw new UsageError(`The heading "${heading.trim()}" is no part of a wrap.`, `Use these: ${SECTIONS}.`)
  return section
}

function fill(draft: WrapDraft, section: Section, lines: readonly string[]): void {
  if (section === 'state' || section === 'next' || section === 'important') { draft[section] = lines.join('\n').trim(); return }
  for (const item of itemsOf(lines)) {
    const [text = '', second = '', third = ''] = item.split('|').map((part) => part.trim())
    if (section === 'done') draft.done.push({ text: item, source: null })
    else if (section === 'blockers') draft.blockers.push({ text, owner: second, eta: third })
    else if (section === 'decisions') draft.decisions.push({ text, why: second })
    else if (section === 'questions') draft.questions.push({ text, who: second })
    else draft.batons.push(readBaton(item))
  }
}

/** List items, with the lines that go on below them; a line without a dash is an item of its own. */
function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = []
  for (const line of lines) {
    if (line.trim() === '') continue
    const item = /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line)?.[1]
    if (item !== undefined || items.length === 0 || !/^\s/.test(line)) items.push((item ?? line).trim())
    else items[items.length - 1] = `${items.at(-1)} ${line.trim()}`
  }
  return items.filter((item) => item !== '')
}

const withoutComments = (text: string): string => text.replace(/<!--[^]*?-->/g, '')

/** The same wrap to be edited by hand, each field with a hint. */
export function markdownFromDraft(draft: WrapDraft): string {
  const list = (items: readonly string[]) => items.map((item) => `- ${item.replace(/\s+/g, ' ')}`).join('\n')
  const joined = (...parts: string[]) => parts.join(' | ').replace(/( \| )+$/, '')
  return [
    heading('State', 'Where things stand.', draft.state),
    heading('Done', 'One line each. Delete what should not be published.', list(draft.done.map((line) => line.text))),
    heading('Next', 'The single concrete next action.', draft.next),
    heading('Most important', 'If they read one sentence, this one.', draft.important),
    heading('Blockers', '- what | who can clear it | when it is needed', list(draft.blockers.map((one) => joined(one.text, one.owner, one.eta)))),
    heading('Decisions', '- what | why', list(draft.decisions.map((one) => joined(one.text, one.why)))),
    heading('Questions', '- what | who can answer it', list(draft.questions.map((one) => joined(one.text, one.who)))),
    heading('Batons', '- what -> Mei, @on call, or next shift', list(draft.batons.map((one) => `${one.text} -> ${one.to}`))),
  ].join('\n')
}

const heading = (name: string, hint: string, text: string): string => `## ${name}\n<!-- ${hint} -->\n${text}${text === '' ? '' : '\n'}`
