import { writeFileSync } from 'node:fs'
import { listAudit, listMyAudit } from '#contract/audit.ts'
import type { AuditLine } from '#contract/audit.ts'
import { checkChain, faultWords } from '#domain/audit/chain.ts'
import type { AuditHead, Verdict } from '#domain/audit/chain.ts'
import { ENGLISH, inWords } from '#domain/words/said.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { Cancelled, UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'
import { readLines, sha256 } from './lines.ts'
import { keptHeads, keepHead } from './kept-heads.ts'

/** The most that the server gives at once. */
const AT_ONCE = 500
/** How many lines are shown unless told otherwise. */
const SHOWN = 20

type Options = { verify?: boolean; mine?: boolean; limit: number; save?: string; file?: string; head: string[] }

/** `longhand audit`: who did what to rights, ways in and settings; and whether the log is still as it was written. */
export function addAudit(program: Command, cli: Cli): void {
  const audit = program.commands.find((command) => command.name() === 'audit') ?? program.command('audit')
  audit.description('Who did what to rights, ways in and settings, newest first; and, by --verify, whether the log is still as it was written.')
    .option('--mine', 'Only what it says of you; for this you need not be an owner or admin.').option('--limit <count>', 'How many lines.', Number, SHOWN)
    .option('--verify', 'Follow the whole chain here, and compare it with where it ended when this machine last looked.')
    .option('--save <file>', 'Write the whole chain into a file, as JSON lines.').option('--file <file>', 'With --verify: a file that was saved, instead of the server.')
    .option('--head <line:hash>', 'With --verify: a line and its hash that you noted elsewhere.', (one: string, before: string[]) => [...before, one], [])
  example(audit, 'longhand audit', 'longhand audit --verify', 'longhand audit --save audit.jsonl', 'longhand audit --verify --file audit.jsonl').action((options: Options) => run(cli, options))
}

async function run(cli: Cli, options: Options): Promise<void> {
  if (options.verify || options.file !== undefined) return verify(cli, options)
  if (options.save !== undefined) return save(cli, options.save)
  if (options.mine) {
    const mine = await cli.call(listMyAudit, { limit: options.limit })
    return cli.print(mine, () => text(cli, mine.lines.map(({ seq, at, says }) => ({ seq, at, says }))))
  }
  const log = await cli.call(listAudit, { limit: options.limit })
  await cli.print(log, () => text(cli, log.lines.map(({ seq, content, says }) => ({ seq, at: content?.at ?? null, says }))))
}

async function text(cli: Cli, lines: readonly { seq: number; at: string | null; says: string }[]): Promise<string> {
  if (lines.length === 0) return 'The log is empty.\n'
  const { now, zone } = await cli.reader()
  const widest = String(lines[0]?.seq ?? '').length
  return `${lines.map(({ seq, at, says }) => {
    const head = `${String(seq).padStart(widest)}  `
    return fold(`${head}${oneLine(says)}${at === null ? '' : ` (${whenWords(Temporal.Instant.from(at), now, zone)})`}`, cli.terminal.width, ' '.repeat(head.length))
  }).join('\n')}\n`
}

/** The whole chain, oldest first, and where the server says that it ends. */
async function wholeChain(cli: Cli): Promise<{ lines: AuditLine[]; head: AuditHead }> {
  const lines: AuditLine[] = []
  for (let from = 0; ;) {
    const page = await cli.call(listAudit, { from, limit: AT_ONCE })
    lines.push(...page.lines)
    if (page.next === null) return { lines, head: page.head }
    from = page.next
  }
}

async function save(cli: Cli, file: string): Promise<void> {
  const { lines, head } = await wholeChain(cli)
  writeFileSync(file, lines.map(({ says: _today, ...line }) => `${JSON.stringify(line)}\n`).join(''))
  await cli.print({ file, lines: lines.length, head }, () => `${lines.length} lines are in ${file}; the last is ${headWords(head)}.\n`)
}

async function verify(cli: Cli, { file, head: noted }: Options): Promise<void> {
  const place = file === undefined ? { url: cli.url(), workspaceId: (await cli.me()).workspace.id } : null
  const { lines, head } = file === undefined ? await wholeChain(cli) : readLines(file)
  const check = checkChain(sha256, [...noted.map(readHead), ...place ? keptHeads(cli.terminal.env, place) : []])
  for (const line of lines) check.add(line)
  const verdict = check.end(head)
  if (place && verdict.faults.length === 0) keepHead(cli.terminal.env, place, verdict.head)
  await cli.print(verdict, () => verdictText(verdict, place !== null))
  if (verdict.faults.length > 0) throw new Cancelled('The audit log is not as it was written.')
}

/** @throws {UsageError} unless it is `line:hash` */
function readHead(text: string): AuditHead {
  const [, seq = '', hash = ''] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (hash === '') throw new UsageError(`"${text}" is no line with its hash.`, 'Write it as --verify printed it: 1041:9f86d0…')
  return { seq: Number(seq), hash }
}

const headWords = ({ seq, hash }: AuditHead): string => `${seq}:${hash}`

function verdictText({ read, head, faults }: Verdict, remembers: boolean): string {
  if (faults.length > 0) return `${faults.map((fault) => inWords(faultWords(fault), ENGLISH)).join('\n')}\n`
  const kept = remembers ? 'This machine remembers it, and compares the next time.' : 'Compare it with what you noted elsewhere.'
  return read === 0 ? 'The log is empty.\n' : `${read.toLocaleString('en-GB')} ${read === 1 ? 'line follows' : 'lines follow'} from the first to the last, which is\n${headWords(head)}\n${kept}\n`
}
