import type { Counts, Gate } from './gate.ts'
import type { Figure } from './figures.test-kit.ts'

/** What was found out about one gate in one run. `made` says when and with which version. */
export type Shown = { gates: readonly Gate[]; figures: readonly Figure[]; counts: Counts; seconds: number; made: string }

/** Where and with what a document was made; each in words. */
export type Head = { date: string; commit: string; node: string; postgres: string; machine: string }

const HEADING = /^## (\S+)$/m

/** What a reader of the table should not take for the end of a cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const number = (value: number): string => (Number.isInteger(value) ? value : Number(value.toPrecision(3))).toLocaleString('en')
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** One section: the promise, a table of figures, how the tests went, and what is not shown. */
export function sectionOf({ gates, figures, counts, seconds, made }: Shown): string {
  const rows = figures.map(({ what, value, unit, wanted, met, postgres }) =>
    row([cell(postgres === undefined ? what : `${what} (PostgreSQL ${postgres})`), `${number(value)}${unit === undefined ? '' : ` ${unit}`}`, cell(wanted), met ? 'yes' : '**no**']))
  const table = rows.length === 0 ? ['No figures were kept; the tests say whether it holds.'] : ['| what | measured | wanted | met |', '|---|---|---|---|', ...rows]
  const shortfalls = gates.flatMap(({ shortfall }) => shortfall === undefined ? [] : [`**Not shown:** ${shortfall}`])
  const verdict = counts.passed + counts.failed === 0 ? '**No test ran.**' : `Tests: ${number(counts.passed)} passed, ${counts.failed === 0 ? '0' : `**${number(counts.failed)}**`} failed, in ${number(Math.round(seconds))} s.`
  return [`## ${gates[0]?.id ?? ''}`, [...new Set(gates.map(({ promise }) => promise))].join(' '), table.join('\n'), ...shortfalls, `${verdict} ${made}`].join('\n\n')
}

/** The sections of a document that was made before, by the id of their gate. */
export function sectionsIn(page: string): Map<string, string> {
  const parts = page.split(/^(?=## )/m).slice(1)
  return new Map(parts.map((part) => [HEADING.exec(part)?.[1] ?? part, part.trimEnd()]))
}

const rank = (id: string): number => Number(/\d+/.exec(id)?.[0] ?? Number.POSITIVE_INFINITY)

/** The whole document: sections of this run replace their older ones, the others stay with the date on which they were made. */
export function pageOf(head: Head, before: string, shown: ReadonlyMap<string, string>): string {
  const sections = new Map([...sectionsIn(before), ...shown])
  const ordered = [...sections].toSorted(([one], [other]) => rank(one) - rank(other)).map(([, section]) => section)
  return `# What holds, and how we know

Made by \`npm run reliability\`, which runs the tests of each promise at their full size and keeps what they measured. The promises are
those of our list of gates, G1 to G20; the same tests run smaller with each \`npm test\`. A section that was not run again keeps its own date.

Last run: ${head.date}, ${head.commit}; Node ${head.node}; PostgreSQL ${head.postgres}; ${head.machine}.

${ordered.join('\n\n')}
`
}
