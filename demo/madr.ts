import type { StoryDates } from './dates.ts'
import { TEAM } from './team.ts'
import type { DemoName, DemoSpaceName } from './team.ts'

/** A decision that the team had made before the story begins, kept as a file beside the code. Dates are as written; see `StoryDates`. */
export type StoryRecord = {
  in: Extract<DemoSpaceName, 'Platform' | 'Billing' | 'Search'>
  /** Of the file; records of a space count from 1. */
  number: number
  on: string
  title: string
  by: readonly DemoName[]
  consulted?: readonly DemoName[]
  /** The newer record of the same space that took its place; or that nothing holds any more. */
  status?: { supersededBy: number } | 'deprecated'
  context: string
  drivers: readonly string[]
  options: readonly { name: string; good?: readonly string[]; bad?: readonly string[] }[]
  chosen: string
  because: string
  good: readonly string[]
  bad?: readonly string[]
  confirmation?: string
  more?: string
}

export const pathOf = ({ number, title }: Pick<StoryRecord, 'number' | 'title'>): string =>
  `docs/decisions/${String(number).padStart(4, '0')}-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')}.md`

/** The record as MADR 4 writes it. */
export function madrOf(record: StoryRecord, all: readonly StoryRecord[], { movedDate }: Pick<StoryDates, 'movedDate'>): string {
  const names = (keys: readonly DemoName[]) => keys.map((key) => TEAM.find((one) => one.key === key)?.name ?? key).join(', ')
  const list = (lines: readonly string[]) => lines.map((line) => `* ${line}`).join('\n')
  const front = ['---', `status: ${statusOf(record, all)}`, `date: ${movedDate(record.on)}`, `decision-makers: ${names(record.by)}`, ...(record.consulted ? [`consulted: ${names(record.consulted)}`] : []), '---']
  const pros = record.options.filter(({ good = [], bad = [] }) => good.length + bad.length > 0).map(({ name, good = [], bad = [] }) =>
    `### ${name}\n\n${list([...good.map((one) => `Good, because ${one}`), ...bad.map((one) => `Bad, because ${one}`)])}`)
  return [
    front.join('\n'), `# ${record.title}`, `## Context and Problem Statement\n\n${record.context}`, `## Decision Drivers\n\n${list(record.drivers)}`,
    `## Considered Options\n\n${list(record.options.map(({ name }) => name))}`, `## Decision Outcome\n\nChosen option: "${record.chosen}", because ${record.because}`,
    `### Consequences\n\n${list([...record.good.map((one) => `Good, because ${one}`), ...(record.bad ?? []).map((one) => `Bad, because ${one}`)])}`,
    ...(record.confirmation === undefined ? [] : [`### Confirmation\n\n${record.confirmation}`]), ...(pros.length === 0 ? [] : ['## Pros and Cons of the Options', ...pros]),
    ...(record.more === undefined ? [] : [`## More Information\n\n${record.more}`]),
  ].join('\n\n') + '\n'
}

function statusOf({ status, in: space }: StoryRecord, all: readonly StoryRecord[]): string {
  if (status === undefined) return 'accepted'
  if (status === 'deprecated') return status
  const newer = all.find((one) => one.in === space && one.number === status.supersededBy)
  if (!newer) throw new Error(`There is no record ${status.supersededBy} of ${space}.`)
  const file = pathOf(newer).split('/').at(-1) ?? ''
  return `"superseded by [ADR-${String(newer.number).padStart(4, '0')}](${file})"`
}
