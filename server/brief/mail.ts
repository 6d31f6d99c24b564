import type { BriefItem, BriefSection, BriefView } from '#contract/brief.ts'
import { countFor, spelt } from '#domain/brief/count-words.ts'
import { capital } from '#domain/brief/words.ts'
import { amount, inWords, said } from '#domain/words/said.ts'
import type { Said, Words } from '#domain/words/said.ts'
import type { NewMessage } from '#server/platform/channels/outbox.ts'

/** Most single links under a mail; the brief itself leads to the rest. */
const LINKS_MAX = 12
/** Longest part of a text in a link. Unit: characters. */
const LABEL_MAX = 60

/** `words` are those in which the brief was put together. */
type Mailed = { brief: BriefView; personId: string; shiftStart: Temporal.Instant; publicUrl: string; words: Words }

/** The brief as a mail: what waits with its links, the news in one line each, the rest counted by space. */
export function briefMail({ brief, personId, shiftStart, publicUrl, words }: Mailed): NewMessage {
  const waiting = brief.sections.filter((section) => WAITS.has(section.name)).flatMap((section) => section.items)
  return {
    eventKey: `brief:${shiftStart.toString()}`, personId, subject: inWords(subjectOf(brief, waiting.length, words), words),
    body: {
      text: [`${brief.headline}\n${brief.lede}`, ...brief.sections.map((section) => sectionText(section, words)), brief.ending].join('\n\n'),
      links: [{ label: inWords(said`Open your brief`, words), url: `${publicUrl}/brief` }, ...linksOf(waiting, publicUrl, words)],
      about: [...new Set(brief.sections.flatMap(({ items }) => items.flatMap(({ number }) => number ?? [])))],
    },
    reason: inWords(said`You get this because your shift starts.`, words), kind: 'brief',
  }
}

const WAITS: ReadonlySet<string> = new Set(['handed', 'due', 'unblock', 'decide', 'say'])

/** The name of the day is how its headline begins. */
function subjectOf(brief: BriefView, waiting: number, words: Words): Said {
  const day = brief.headline.slice(0, brief.headline.indexOf('.'))
  if (waiting === 0) return said`Your brief for ${day}`
  const things = spelt(amount(waiting, 'thing'), words)
  return waiting === 1 ? said`Your brief for ${day}: ${things} waits for you` : said`Your brief for ${day}: ${things} wait for you`
}

function sectionText({ title, items, folded }: BriefSection, words: Words): string {
  const counted = folded.map((fold) => inWords(said`${capital(countFor(fold.items.length, words))} more in ${fold.spaceName}.`, words))
  return [title.toUpperCase(), ...items.map((item) => itemText(item, words)), ...counted].join('\n\n')
}

function itemText({ tldr, by, why, baton }: BriefItem, words: Words): string {
  const question = baton?.state === 'returned' && baton.question !== null ? [inWords(said`Question: ${baton.question}`, words)] : []
  return [tldr, ...question, `(${by})`, ...(why === null ? [] : [why])].join('\n')
}

function linksOf(items: readonly BriefItem[], publicUrl: string, words: Words): { label: string; url: string }[] {
  return items.slice(0, LINKS_MAX).map((item) => ({ label: `${inWords(doing(item), words)}: ${short(item.tldr)}`, url: item.kind === 'checkin' ? `${publicUrl}/check-ins` : `${publicUrl}/${item.number}` }))
}

function doing({ can }: BriefItem): Said {
  if (can.includes('accept')) return said`Accept or return`
  if (can.includes('take')) return said`Take`
  if (can.includes('answer')) return said`Answer¦verb`
  return can.includes('fill-in') ? said`Fill in` : said`Open¦verb`
}

const short = (text: string): string => {
  const line = [...text.replace(/\s+/gu, ' ').trim()]
  return line.length > LABEL_MAX ? `${line.slice(0, LABEL_MAX - 1).join('').trimEnd()}…` : line.join('')
}
