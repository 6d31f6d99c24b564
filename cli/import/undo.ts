import { listImports, undoImport } from '#contract/imports.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { oneLine } from '../text/clean.ts'

/** `longhand import undo`: takes the last import back, or the one that is named. */
export function addImportUndo(group: Command, cli: Cli): void {
  const made = group.command('undo').description('Takes an import back, but for what somebody replied to, edited or built on. Importing the same again brings it anew.')
    .argument('[id]', 'Which; the last one unless you say. `longhand imports list` has their ids.').option('--dry-run', 'Only say what would go and what would stay.')
  example(made, 'longhand import undo --dry-run', 'longhand import undo').action(async (id: string | undefined, { dryRun = false }: { dryRun?: boolean }) => {
    const answer = await cli.call(undoImport, { id: id === undefined ? await newest(cli) : idFrom(id), dryRun })
    await cli.print(answer, () => undoWords(answer, dryRun))
  })
}

/** @throws {UsageError} for what is no id */
function idFrom(given: string): string {
  if (!undoImport.input.shape.id.safeParse(given).success) throw new UsageError(`"${oneLine(given)}" is not the id of an import.`, 'Look at them: longhand imports list')
  return given
}

async function newest(cli: Cli): Promise<string> {
  const found = (await cli.call(listImports, {})).runs.find(({ can }) => can.includes('undo'))
  if (!found) throw new UsageError('There is no import that could be taken back.', 'Look at them: longhand imports list')
  return found.id
}

const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** What went, or would, and what stays with the reason. */
export function undoWords({ run, taken, replies, stays, stayCount }: OutputOf<typeof undoImport>, dryRun: boolean): string {
  const what = [counted(taken, 'entry', 'entries'), ...(replies > 0 ? [counted(replies, 'reply', 'replies')] : [])].join(' and ')
  const lines = [
    `${what} of ${oneLine(run.name)} ${dryRun ? 'would go' : taken + replies === 1 ? 'is gone' : 'are gone'}.`,
    ...(stayCount > 0 ? [`${stayCount} ${stayCount === 1 ? 'stays' : 'stay'}:`, ...stays.map(({ number, title, why }) => `  #${number}  ${oneLine(title)}: ${why}`), ...(stayCount > stays.length ? [`  and ${stayCount - stays.length} more`] : [])] : []),
    dryRun ? 'Nothing was changed. Leave out --dry-run to take it back.' : 'People and spaces that came with it stay.',
  ]
  return `${lines.join('\n')}\n`
}
