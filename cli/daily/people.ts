import { listPeople } from '#contract/people.ts'
import type { PersonView } from '#contract/people.ts'
import type { Command } from 'commander'
import type { Cli, Reader } from '../context.ts'
import { directory } from '../directory.ts'
import { example } from '../help.ts'
import { oneLine } from '../text/clean.ts'
import { table } from '../text/table.ts'
import { whenWords } from '../text/when.ts'

/** `longhand people`: who works now and who next, on your clock. */
export function addPeople(program: Command, cli: Cli): void {
  const people = program.command('people').description('Says who works now, and when the others do next, on your clock.').option('--space <name>', 'Only members of this space.')
  example(people, 'longhand people', 'longhand people --space Team').action(async ({ space }: { space?: string }) => {
    const spaceId = space === undefined ? undefined : (await directory(cli).space(space)).id
    const answer = await cli.call(listPeople, { ...(spaceId && { spaceId }) })
    await cli.print(answer, async () => peopleTable(answer.people, await cli.reader(), cli.terminal.tableWidth))
  })
}

/** Those who work now first, then by who starts next; never a presence, only hours. */
export function peopleTable(people: readonly PersonView[], reader: Reader, width: number): string {
  const active = people.filter((person) => person.state === 'active')
  const sorted = active.toSorted((a, b) => Number(b.working) - Number(a.working) || (a.nextWorkingMoment ?? '9').localeCompare(b.nextWorkingMoment ?? '9') || a.name.localeCompare(b.name))
  const rows = sorted.map((person) => [oneLine(person.name), person.working ? 'works now' : nextStart(person, reader), oneLine(person.availability), person.teamRoles.map(oneLine).join(', ')])
  return rows.length === 0 ? 'Nobody.\n' : table(rows, width)
}

const nextStart = ({ nextWorkingMoment }: PersonView, { now, zone }: Reader): string =>
  nextWorkingMoment === null ? 'no hours set' : `from ${whenWords(Temporal.Instant.from(nextWorkingMoment), now, zone)}`
