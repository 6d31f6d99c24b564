import type { Figures, Row } from './measure.ts'

/** DESIGN, section 5. */
const START_MS = 3000
const MEMORY_MB = 250
const GROWTH = 1.5
const GROWS_LITTLE = new Set(['read a thread of 100 replies', 'read the brief', 'read the inbox'])

export type Whole = { figures: Figures[]; firstPage: { kB: number; budgetKB: number } | null; versions: string[]; date: string; requests: number
  /** What else kept the machine busy before the run: its load average. */
  load: number
}

const ms = (value: number): string => value < 10 ? value.toFixed(2) : value.toFixed(1)
/** A quick run is too short for the clock of the processor, and then there is no ratio. */
const times = (value: number): string => Number.isFinite(value) ? `${value.toFixed(1)}×` : '–'
const verdict = (ok: boolean): string => ok ? 'ok' : '**over**'
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Budgets hold at one connection; ten show how it goes with company. */
function verdictOf({ connections, ours, limit, budget }: Row): string {
  if (connections > 1) return ''
  const parts = [
    ...(budget.p50 === undefined ? [] : [`p50 ≤ ${budget.p50}×: ${verdict(ours.p50 <= budget.p50 * limit.p50)}`]),
    ...(budget.cpu === undefined ? [] : [`processor ≤ ${budget.cpu}×: ${verdict(ours.cpu <= budget.cpu * limit.cpu)}`]),
    ...(budget.p99Ms === undefined ? [] : [`p99 ≤ ${budget.p99Ms} ms: ${verdict(ours.p99 <= budget.p99Ms)}`]),
  ]
  return parts.join(', ')
}

const cellsOf = (row: Row): string[] => [
  row.name, String(row.connections), `${(row.bytes / 1000).toFixed(1)} kB`, ms(row.ours.p50), ms(row.ours.p99), ms(row.ours.cpu), ms(row.ours.cpu - row.ours.postgres), ms(row.ours.postgres), ms(row.limit.p50), ms(row.limit.cpu),
  times(row.ours.p50 / row.limit.p50), times(row.ours.cpu / row.limit.cpu), verdictOf(row),
]

const whole = (value: number): string => Math.round(value).toLocaleString('en')

function plannerOf({ readers, first, more, told }: Figures['planner']): string {
  return `The planner alone, for ${whole(readers)} people: ${whole(first)} items a second where each is told of one, with their time laid out for it; ${whole(more)} where each is told of 20. ` +
    `One text planned for ${told.readers} readers through the database: p50 ${ms(told.ours.p50)} ms, processor ${ms(told.ours.cpu)} ms, ${times(told.ours.p50 / told.limit.p50)} and ${times(told.ours.cpu / told.limit.cpu)} of the one statement that writes their rows (${ms(told.limit.p50)} ms, ${ms(told.limit.cpu)} ms).`
}

function partOf({ entries, rows, planner, startMs, memoryMb, seededInS }: Figures): string {
  return [
    `## ${entries.toLocaleString('en')} entries`, '',
    table(['operation', 'connections', 'answer', 'p50 ms', 'p99 ms', 'processor ms', 'of it server', 'PostgreSQL', 'limit p50 ms', 'limit processor ms', 'p50 ratio', 'processor ratio', 'budget'], rows.map(cellsOf)), '',
    plannerOf(planner), '',
    `Start with these data: ${Math.round(startMs)} ms (≤ ${START_MS}: ${verdict(startMs <= START_MS)}). Memory of the server afterwards: ${Math.round(memoryMb)} MB (≤ ${MEMORY_MB}: ${verdict(memoryMb <= MEMORY_MB)}), plus PostgreSQL. ${seededInS === 0 ? '' : `Filling took ${Math.round(seededInS)} s.`}`, '',
  ].join('\n')
}

/** What so much longer a past costs at one connection. It is judged by processor time, since others on the machine lengthen the rest. */
function growth(figures: readonly Figures[]): string {
  const small = figures[0]
  const large = figures.at(-1)
  if (!small || !large || small === large) return ''
  const rows = large.rows.filter((row) => row.connections === 1).map((row) => {
    const before = small.rows.find((other) => other.name === row.name && other.connections === 1)
    const [ratio, processor] = [row.ours.p50 / (before?.ours.p50 ?? row.ours.p50), row.ours.cpu / (before?.ours.cpu ?? row.ours.cpu)]
    return [row.name, times(ratio), times(processor), GROWS_LITTLE.has(row.name) ? `≤ ${GROWTH}×: ${verdict(processor <= GROWTH)}` : '']
  })
  return `## Growth: ${large.entries.toLocaleString('en')} against ${small.entries.toLocaleString('en')} entries\n\n${table(['operation', 'p50 ratio', 'processor ratio', 'budget'], rows)}\n`
}

/** The page that `npm run bench` writes. */
export function pageOf({ figures, firstPage, versions, date, requests, load }: Whole): string {
  const bytes = firstPage === null ? 'The web was not built.' : `JavaScript of the first page: ${firstPage.kB} kB compressed (≤ ${firstPage.budgetKB}: ${verdict(firstPage.kB <= firstPage.budgetKB)}).`
  return [
    '# Benchmarks', '', `Written by \`npm run bench\` on ${date}, on 2 cores shared with the measuring process. ${versions.join(', ')}.`,
    `Each series has ${requests} requests, and as many before them, at most 50, that are not counted. Before the run the machine had a load of ${load.toFixed(1)}; above one, latencies are longer than those of an idle machine, and processor times are the ones to compare.`, '',
    'A workspace of 200 people in eight zones and 30 spaces; the reader has joined all of them. So many entries are so many wraps and check-ins, and as many texts again in threads of 5 or 100 replies; all of it is findable, a third of the entries link to others, and a fifth of what people were told was sent by mail. A longer past has more days, not louder ones.',
    'The **limit** is a bare Node server that sends the same bytes plus the one SQL statement that no answer can do without, prepared, on the same data and in the same run.',
    'Processor time is that of our server and PostgreSQL together, for one request and what it leaves to be done after it, such as planning when each reader is told. Budgets are those of DESIGN, section 5.', '',
    ...figures.map(partOf), growth(figures), '## First page', '', bytes, '',
  ].join('\n')
}
