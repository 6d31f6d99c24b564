import { readAway, readStartHere, readStatus, readTeam } from '#contract/radiators.ts'
import type { Radiator, RadiatorLine } from '#contract/radiators.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { directory } from '../directory.ts'
import { example } from '../help.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { readWhen } from '../text/when.ts'

/** `longhand start-here`, `team`, `status` and `away`: pages that are made when they are read. */
export function addRadiators(program: Command, cli: Cli): void {
  const print = (made: Radiator) => cli.print(made, () => radiatorText(made, cli.terminal.width))
  const spaceId = async (name: string | undefined) => name === undefined ? {} : { spaceId: (await directory(cli).space(name)).id }
  const start = program.command('start-here').description('Who we are, how we work, what to read first, who to ask, and what is going on.').option('--space <name>', 'Of one space.')
  example(start, 'longhand start-here', 'longhand start-here --space Billing').action(async ({ space }: { space?: string }) => print(await cli.call(readStartHere, await spaceId(space))))
  const team = program.command('team').description('When each of us works, what you share with them, how fast we answer, and who minds what.').option('--space <name>', 'Of those in one space.')
  example(team, 'longhand team').action(async ({ space }: { space?: string }) => print(await cli.call(readTeam, await spaceId(space))))
  const status = program.command('status').description('How a space stands: wraps, blockers, what is being decided and asked, what came of it.').argument('[space]', 'Its name.')
  example(status, 'longhand status Billing').action(async (space: string | undefined) => print(await cli.call(readStatus, { id: (await directory(cli).space(space)).id })))
  const away = program.command('away').description('What happened since you were away.').option('--since <moment>', 'From then on, such as 2026-03-09.')
  example(away, 'longhand away', 'longhand away --since 2026-03-09').action(async ({ since }: { since?: string }) => {
    const reader = since === undefined ? null : await cli.reader()
    await print(await cli.call(readAway, reader && since !== undefined ? { since: readWhen(since, reader.now, reader.zone).toString() } : {}))
  })
}

/** As text for a terminal: titles, sentences, and `#128` behind what leads to an entry, unless its line says so already. */
export function radiatorText({ title, lede, foreword, sections, ending }: Radiator, width: number): string {
  const item = (line: RadiatorLine) => `- ${fold(lineText(line), width, '  ').trimStart()}`
  const parts = sections.map((section) => [oneLine(section.title).toUpperCase(), ...section.paragraphs.map((line) => fold(lineText(line), width)), ...section.items.map(item)].join('\n'))
  const written = foreword.map((page) => `${clean(page.text).trim()}\n(#${page.number}, written by ${oneLine(page.editedByName)})`)
  return `${[oneLine(title), fold(clean(lede), width), ...written, ...parts, oneLine(ending)].join('\n\n')}\n`
}

function lineText(line: RadiatorLine): string {
  const said = new Set(line.flatMap(({ text }) => text.match(/#\d+/g) ?? []))
  return oneLine(line.map(({ text, href }) => {
    const number = /^\/(\d+)$/.exec(href ?? '')?.[1]
    return number === undefined || said.has(`#${number}`) ? text : `${text} #${number}`
  }).join(''))
}
