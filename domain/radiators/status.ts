import { dayBack, onDay } from '../links/words.ts'
import type { Document, Matter, Reader, Wrap } from './facts.ts'
import { entryLink, inList, inOne, line, link, said } from './pieces.ts'
import type { Line, Section } from './pieces.ts'
import { capital, counted, isEmptyText, open, stopped } from './words.ts'

export type StatusFacts = {
  readonly reader: Reader; /** The last wrap of each hand, newest first. */ readonly wraps: readonly Wrap[]
  readonly unowned: readonly { readonly text: string; readonly number: number }[]
  readonly decisions: readonly Matter[]; readonly asks: readonly Matter[]; readonly checkins: readonly Matter[]
  /** What came to an end lately: decisions that were signed, threads that came to something. */ readonly outcomes: readonly Matter[]
  readonly stale: readonly Document[]
}

/** How a project stands, out of what was written; every sentence leads to where it was said. */
export function projectStatus(facts: StatusFacts): Section[] {
  return said([stands(facts), inTheWay(facts), beingDecided(facts), asked(facts), checkedIn(facts), cameOf(facts), toLookAt(facts)])
}

/** One sentence for the top of the page. */
export function statusLede({ wraps, decisions, asks, unowned }: StatusFacts): string {
  const blockers = wraps.flatMap((wrap) => wrap.blockers).length + unowned.length
  const open_ = [...decisions.length > 0 ? [counted(decisions.length, 'open decision')] : [], ...asks.length > 0 ? [counted(asks.length, 'open ask')] : []]
  const way = blockers === 0 ? 'nothing is in the way' : `${counted(blockers, 'thing is', 'things are')} in the way`
  return `${capital(open_.length === 0 ? 'nothing waits for a decision or an answer' : `${open_.join(' and ')} ${decisions.length + asks.length === 1 ? 'waits' : 'wait'}`)}; ${way}.`
}

function stands({ wraps, reader }: StatusFacts): Section {
  const items = wraps.filter(({ mostImportant }) => !isEmptyText(mostImportant)).map((wrap) =>
    inOne([line`${stopped(wrap.mostImportant)} ${wrap.authorName} signed this ${entryLink(onDay(wrap.at, reader.now, reader.zone), wrap.number)}.`, ...isEmptyText(wrap.next) ? [] : [line`Next: ${stopped(wrap.next)}`]]))
  return { title: 'Where it stands', paragraphs: items.length === 0 ? [line`Nobody has signed a wrap here lately, so nobody has said.`] : [], items }
}

function inTheWay({ wraps, unowned, reader }: StatusFacts): Section {
  const blocked = wraps.flatMap(({ number, authorName, blockers }) => blockers.map(({ text, byName, eta }) =>
    line`${stopped(text)} ${byName === null ? `Nobody is named who can clear it` : `${byName} can clear it`}${eta === null ? '' : `, by ${dayBack(eta, reader.now, reader.zone)}`}, says ${entryLink(authorName, number)}.`))
  return { title: 'In the way', paragraphs: [], items: [...unowned.map(({ text, number }) => line`${stopped(text)} ${entryLink('It was handed over', number)} and nobody holds it.`), ...blocked] }
}

const matterLine = ({ title, number, status }: Matter): Line => line`${entryLink(title, number)}${isEmptyText(status) ? '.' : `: ${stopped(status)}`}`

const beingDecided = ({ decisions }: StatusFacts): Section => ({ title: 'Being decided', paragraphs: [], items: decisions.map(matterLine) })
const asked = ({ asks }: StatusFacts): Section => ({ title: 'Asked, and not answered yet', paragraphs: [], items: asks.map(matterLine) })

function checkedIn({ checkins, reader }: StatusFacts): Section {
  return { title: 'Said in check-ins', paragraphs: [], items: checkins.filter(({ status }) => !isEmptyText(status)).map(({ number, status, byName, at }) => line`${byName}, ${entryLink(dayBack(at, reader.now, reader.zone), number)}: ${stopped(status)}`) }
}

function cameOf({ outcomes, reader }: StatusFacts): Section {
  return { title: 'What came of it lately', paragraphs: [], items: outcomes.map((matter) => line`${entryLink(matter.title, matter.number)}, ${dayBack(matter.at, reader.now, reader.zone)}: ${stopped(matter.status)}`) }
}

function toLookAt({ stale }: StatusFacts): Section {
  if (stale.length === 0) return { title: 'Due to be looked at again', paragraphs: [], items: [] }
  return { title: 'Due to be looked at again', paragraphs: [line`${inList(stale.map(({ title, number }) => entryLink(title, number)))} ${stale.length === 1 ? 'was' : 'were'} verified once, and ${link('nobody has looked since', '/pages')}.`], items: [] }
}

export const statusEnding = (name: string): string => `That is what has been written of ${open(name)}. What is missing here, nobody has said yet.`
