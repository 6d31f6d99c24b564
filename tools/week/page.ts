import type { readWeek } from '#contract/demo.ts'
import type { OutputOf } from '#contract/operation.ts'

type Week = OutputOf<typeof readWeek>
export type Run = { size: { asks: number; messages: number }; week: Week; faults: readonly string[]; seconds: number }

/** So many deliveries of each person stand on the page; the page of the demo shows more. */
const SHOWN_EACH = 8

/** What the simulated week says, as a page of Markdown. Times of deliveries are on the clock of whom they reached. */
export function weekPage({ size, week, faults, seconds }: Run, { date, versions }: { date: string; versions: readonly string[] }): string {
  const { asks, people, texts } = week
  const interruptions = people.reduce((sum, person) => sum + person.interruptions, 0)
  const items = people.reduce((sum, person) => sum + person.items, 0)
  const batches = people.reduce((sum, person) => sum + person.batches + person.digests, 0)
  const [late, others] = [asks.answered - asks.inTime, asks.asked - asks.answered - asks.open]
  return `# A simulated week

Six people in three zones write ${size.messages.toLocaleString('en')} texts and ask ${size.asks} times in seven days, after the month of the demo. Written by \`npm run week\`; do not edit.

${date}. ${versions.join(', ')}. Told in ${Math.round(seconds)} s. The week runs from ${minute(week.from)} to ${minute(week.until)} UTC; with answers and questions back, ${texts.toLocaleString('en')} texts were written in it.

- **Interruptions that could wait: ${interruptions}.** A delivery counts as one when it is not urgent and falls into its reader’s focus, an absence, or outside working time. The hours, days off and blocks are read again from the tables by a second, naive clock, which finds ${faults.length === 0 ? 'none either' : `${faults.length} faults`}.
- **Asks: ${asks.asked} asked, ${asks.answered} answered, ${asks.inTime} of them in time** and ${late} late; ${asks.open} are still open when the week ends${others === 0 ? '' : `, and ${others} were settled without an answer`}.
- **${items.toLocaleString('en')} items reached people in ${batches} batches and digests**, and in ${people.reduce((sum, person) => sum + person.urgent, 0)} urgent deliveries, each of which left within a minute; an urgent ask repeats until somebody is on it.
- Every item has exactly one end with its reason, or waits for a moment that comes; nothing reached anybody twice.

## Person by person

| person | zone | interruptions that could wait | urgent | batches | digests | items | read meanwhile | withdrawn | waiting |
|---|---|---:|---:|---:|---:|---:|---:|---:|---:|
${people.map((person) => `| ${person.name} | ${person.zone} | ${person.interruptions} | ${person.urgent} | ${person.batches} | ${person.digests} | ${person.items} | ${person.readMeanwhile} | ${person.withdrawn} | ${person.waiting} |`).join('\n')}

*Items* counts what left in the week. *Read meanwhile* was read in its thread before it was due, *withdrawn* was settled, undone or said again before, and *waiting* is what was said late in the week; these three are of what was said in it.

## Why each came when it did

${people.map(({ name, zone }) => section(week, name, zone)).join('\n\n')}
`
}

function section({ deliveries }: Week, name: string, zone: string): string {
  const mine = deliveries.filter((delivery) => delivery.name === name)
  const step = Math.max(1, Math.ceil(mine.length / SHOWN_EACH))
  const shown = mine.filter((delivery, index) => delivery.urgent || index % step === 0)
  const rows = shown.map(({ at, what, number, title, why }) => `| ${wall(at, zone)} | ${what}: #${number} ${title.replaceAll('|', '\\|')} | ${why} |`)
  return `### ${name}, ${zone}\n\n| there | what | why then |\n|---|---|---|\n${rows.join('\n')}`
}

const DAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const minute = (at: string): string => Temporal.Instant.from(at).toZonedDateTimeISO('UTC').toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')

/** `Tue 24 09:04` on the clock of a zone. */
function wall(at: string, zone: string): string {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return `${DAYS[there.dayOfWeek]} ${there.day} ${there.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
