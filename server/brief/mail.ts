import type { BriefItem, BriefSection, BriefView } from '#contract/brief.ts'
import { capital, things } from '#domain/brief/words.ts'
import type { NewMessage } from '#server/platform/channels/outbox.ts'
import { countInWords } from '#domain/brief/count-words.ts'

/** Most single links under a mail; the brief itself leads to the rest. */
const LINKS_MAX = 12
/** Longest part of a text in a link. Unit: characters. */
const LABEL_MAX = 60

type Mailed = { brief: BriefView; personId: string; shiftStart: Temporal.Instant; publicUrl: string }

/** The brief as a mail: what waits with its links, the news in one line each, the rest counted by space. */
export function briefMail({ brief, personId, shiftStart, publicUrl }: Mailed): NewMessage {
  const waiting = brief.sections.filter((section) => WAITS.has(section.name)).flatMap((section) => section.items)
  return {
    eventKey: `brief:${shiftStart.toString()}`, personId, subject: subjectOf(brief, waiting.length),
    body: {
      text: [`${brief.headline}\n${brief.lede}`, ...brief.sections.map(sectionText), brief.ending].join('\n\n'),
      links: [{ label: 'Open your brief', url: `${publicUrl}/brief` }, ...linksOf(waiting, publicUrl)],
      about: [...new Set(brief.sections.flatMap(({ items }) => items.flatMap(({ number }) => number ?? [])))],
    },
    reason: 'You get this because your shift starts.', kind: 'brief',
  }
}

const WAITS: ReadonlySet<string> = new Set(['handed', 'due', 'unblock', 'decide', 'say'])

function subjectOf(brief: BriefView, waiting: number): string {
  const day = brief.headline.slice(0, brief.headline.indexOf('.'))
  if (waiting === 0) return `Your brief for ${day}`
  return `Your brief for ${day}: ${things(waiting)} ${waiting === 1 ? 'waits' : 'wait'} for you`
}

function sectionText({ title, items, folded }: BriefSection): string {
  const counted = folded.map((fold) => `${capital(countInWords(fold.items.length))} more in ${fold.spaceName}.`)
  return [title.toUpperCase(), ...items.map(itemText), ...counted].join('\n\n')
}

function itemText({ tldr, by, why, baton }: BriefItem): string {
  const question = baton?.state === 'returned' && baton.question !== null ? [`Question: ${baton.question}`] : []
  return [tldr, ...question, `(${by})`, ...(why === null ? [] : [why])].join('\n')
}

function linksOf(items: readonly BriefItem[], publicUrl: string): { label: string; url: string }[] {
  return items.slice(0, LINKS_MAX).map((item) => ({ label: `${doing(item)}: ${short(item.tldr)}`, url: item.kind === 'checkin' ? `${publicUrl}/check-ins` : `${publicUrl}/${item.number}` }))
}

function doing({ can }: BriefItem): string {
  if (can.includes('accept')) return 'Accept or return'
  if (can.includes('take')) return 'Take'
  if (can.includes('answer')) return 'Answer'
  return can.includes('fill-in') ? 'Fill in' : 'Open'
}

const short = (text: string): string => {
  const line = [...text.replace(/\s+/gu, ' ').trim()]
  return line.length > LABEL_MAX ? `${line.slice(0, LABEL_MAX - 1).join('').trimEnd()}…` : line.join('')
}
