import { dayBack, onDay } from '../links/words.ts'
import { ENGLISH, amount, inWords, said } from '../words/said.ts'
import type { Words } from '../words/said.ts'
import type { Document, Matter, Reader, Wrap } from './facts.ts'
import { Many, entryLink, inList, inOne, line, link, many, read, readParts, run, wordsOf } from './pieces.ts'
import type { Part, Section, Told } from './pieces.ts'
import { isEmptyText, open, stopped } from './words.ts'

export type StatusFacts = {
  readonly reader: Reader; /** The last wrap of each hand, newest first. */ readonly wraps: readonly Wrap[]
  readonly unowned: readonly { readonly text: string; readonly number: number }[]
  readonly decisions: readonly Matter[]; readonly asks: readonly Matter[]; readonly checkins: readonly Matter[]
  /** What came to an end lately: decisions that were signed, threads that came to something. */ readonly outcomes: readonly Matter[]
  readonly stale: readonly Document[]
}

/** How a project stands, out of what was written; every sentence leads to where it was said. */
export function projectStatus(facts: StatusFacts): Section[] {
  return readParts([stands(facts), inTheWay(facts), beingDecided(facts), asked(facts), checkedIn(facts), cameOf(facts), toLookAt(facts)], facts.reader.words ?? ENGLISH)
}

/** One sentence for the top of the page. */
export function statusLede({ wraps, decisions, asks, unowned, reader }: StatusFacts): string {
  const blockers = wraps.flatMap((wrap) => wrap.blockers).length + unowned.length
  const way = blockers === 0 ? said`nothing is in the way` : blockers === 1 ? said`one thing is in the way` : line`${many(blockers)} things are in the way`
  const waiting = [amount(decisions.length, 'open decision'), amount(asks.length, 'open ask')].filter(({ count }) => count > 0)
  const what = inList(waiting.map((one, at) => at === 0 ? Many(one) : many(one)))
  const lede = waiting.length === 0 ? line`Nothing waits for a decision or an answer; ${way}.` : decisions.length + asks.length === 1 ? line`${what} waits; ${way}.` : line`${what} wait; ${way}.`
  return wordsOf(read(lede, reader.words ?? ENGLISH))
}

function stands({ wraps, reader }: StatusFacts): Part {
  const items = wraps.filter(({ mostImportant }) => !isEmptyText(mostImportant)).map((wrap) =>
    inOne([line`${stopped(wrap.mostImportant)} ${wrap.authorName} signed this ${entryLink(onDay(wrap.at, reader), wrap.number)}.`, ...isEmptyText(wrap.next) ? [] : [said`Next: ${stopped(wrap.next)}`]]))
  return { title: said`Where it stands`, paragraphs: items.length === 0 ? [said`Nobody has signed a wrap here lately, so nobody has said.`] : [], items }
}

function inTheWay({ wraps, unowned, reader }: StatusFacts): Part {
  const blocked = wraps.flatMap(({ number, authorName, blockers }) => blockers.map(({ text, byName, eta }) => {
    const by = eta === null ? '' : said`, by ${dayBack(eta, reader)}`
    const says = entryLink(authorName, number)
    return byName === null ? line`${stopped(text)} Nobody is named who can clear it${by}, says ${says}.` : line`${stopped(text)} ${byName} can clear it${by}, says ${says}.`
  }))
  return { title: said`In the way`, paragraphs: [], items: [...unowned.map(({ text, number }) => line`${stopped(text)} ${entryLink(said`It was handed over`, number)} and nobody holds it.`), ...blocked] }
}

const matterLine = ({ title, number, status }: Matter): Told => run(entryLink(title, number), isEmptyText(status) ? '.' : `: ${stopped(status)}`)

const beingDecided = ({ decisions }: StatusFacts): Part => ({ title: said`Being decided`, paragraphs: [], items: decisions.map(matterLine) })
const asked = ({ asks }: StatusFacts): Part => ({ title: said`Asked, and not answered yet`, paragraphs: [], items: asks.map(matterLine) })

function checkedIn({ checkins, reader }: StatusFacts): Part {
  return { title: said`Said in check-ins`, paragraphs: [], items: checkins.filter(({ status }) => !isEmptyText(status)).map(({ number, status, byName, at }) => run(byName, ', ', entryLink(dayBack(at, reader), number), `: ${stopped(status)}`)) }
}

function cameOf({ outcomes, reader }: StatusFacts): Part {
  return { title: said`What came of it lately`, paragraphs: [], items: outcomes.map((matter) => run(entryLink(matter.title, matter.number), `, ${dayBack(matter.at, reader)}: ${stopped(matter.status)}`)) }
}

function toLookAt({ stale }: StatusFacts): Part {
  const [pages, nobody] = [inList(stale.map(({ title, number }) => entryLink(title, number))), link(said`nobody has looked since`, '/pages')]
  const paragraphs = stale.length === 0 ? [] : [stale.length === 1 ? line`${pages} was verified once, and ${nobody}.` : line`${pages} were verified once, and ${nobody}.`]
  return { title: said`Due to be looked at again`, paragraphs, items: [] }
}

export const statusEnding = (name: string, words: Words): string => inWords(said`That is what has been written of ${open(name)}. What is missing here, nobody has said yet.`, words)
