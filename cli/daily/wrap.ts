import { postWrap, prefillWrap } from '#contract/handoffs.ts'
import type { WrapView } from '#contract/handoffs.ts'
import { ProblemError } from '#contract/problem.ts'
import type { Suggestion } from '#domain/handoffs/git-log.ts'
import type { WrapText } from '#domain/handoffs/wrap-text.ts'
import type { Command } from 'commander'
import { terminalAsk } from '../ask.ts'
import type { Cli, Reader } from '../context.ts'
import { directory } from '../directory.ts'
import type { Directory } from '../directory.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { pipedText } from '../said.ts'
import { oneLine } from '../text/clean.ts'
import { askForWrap } from '../wrap/dialogue.ts'
import { emptyDraft, isEmpty, isMended, isWhole, passedWords, requireWhole, resolveDraft, withFlags, withMoments, withMomentsIfAny } from '../wrap/draft.ts'
import type { WrapFlags, WrapInput } from '../wrap/draft.ts'
import { editDraft, editUnread, readWrapText } from '../wrap/edit.ts'
import { commitsSince } from '../wrap/git.ts'
import { dropKeptWraps, dropMended, dropWrap, keepWrap, listKeptWraps, newKey, readKeptWrap } from '../wrap/keep.ts'
import type { KeptWrap } from '../wrap/keep.ts'
import { draftsText, signedText } from '../wrap/render.ts'

type Options = WrapFlags & { space?: string; fromGit?: string | true; keep?: string; edit?: true; resume?: string | true; drafts?: true; drop?: string; dryRun?: true }

const SECOND_MS = 1000
const many = (one: string, before: string[] | undefined): string[] => [...before ?? [], one]

/** `longhand wrap`: the end of a shift in sixty seconds. */
export function addWrap(program: Command, cli: Cli): void {
  const wrap = program.command('wrap').description('Signs the wrap of your shift. Asks in a terminal; takes flags or piped Markdown anywhere.')
    .option('--from-git [repository]', 'Offer my commits since the last wrap; the folder here unless given.').option('--keep <which>', 'Lines from git to publish when nobody is asked: all, or their numbers.')
    .option('--edit', 'Write it in $EDITOR.')
    .option('--space <name>', 'Where it stands.').option('--state <text>', 'Where things stand.').option('--done <text>', 'Something done; may be given several times.', many)
    .option('--next <text>', 'The single concrete next action.').option('--important <text>', 'If they read one sentence, this one.')
    .option('--blocker <text|owner|when>', 'What is in the way, who can clear it, when it is needed.', many)
    .option('--decision <text|why>', 'What was decided, and why.', many).option('--question <text|who>', 'An open question and who can answer it.', many)
    .option('--baton <text -> receiver>', 'Hand something to a person, an @role or the next shift.', many)
    .option('--dry-run', 'Show what would be signed, and send nothing.').option('--resume [draft]', 'Send a wrap that could not be sent, by its id or file; the newest unless given.')
    .option('--drafts', 'List the wraps that could not be sent and are kept here.').option('--drop <draft>', 'Forget one of them, by its id or file, or all.')
  example(wrap, 'longhand wrap', 'longhand wrap --from-git', 'longhand wrap --state "Cache fix is live" --next "Watch errors" --important "Do not deploy before 10:00" --baton "Watch the dashboard -> next shift"', 'longhand wrap < wrap.md', 'longhand wrap --drafts')
    .action((options: Options) => {
      if (options.drafts) return listDrafts(cli)
      if (options.drop !== undefined) return drop(cli, options.drop)
      return options.resume === undefined ? writeWrap(cli, options) : resume(cli, options.resume === true ? null : options.resume, options)
    })
}

async function listDrafts(cli: Cli): Promise<void> {
  const drafts = listKeptWraps(cli.terminal.env)
  await cli.print({ drafts: drafts.map((one) => ({ ...one, keptAt: one.keptAt.toString() })) }, () => draftsText(drafts, cli.terminal))
}

async function drop(cli: Cli, which: string): Promise<void> {
  const dropped = dropKeptWraps(cli.terminal.env, which)
  await cli.print({ dropped }, () => dropped.length === 0 ? 'No wrap was kept.\n' : dropped.map((file) => `${file} is dropped.\n`).join(''))
}

/** The text is read first, and kept whatever happens after. */
async function writeWrap(cli: Cli, options: Options): Promise<void> {
  const started = performance.now()
  const draft = await begunDraft(cli, options)
  const sending: Sending = { key: newKey(), input: null, space: options.space ?? null }
  try {
    const asked = await complete(cli, draft, options)
    requireWhole(draft)
    const secondsTaken = asked.byHand ? Math.round((performance.now() - started) / SECOND_MS) : null
    const input = await resolveDraft(draft, { spaceId: asked.spaceId, book: asked.book, reader: await cli.reader(), secondsTaken })
    if (options.dryRun) { await cli.print(input, () => `${JSON.stringify(input, null, 2)}\n`); return }
    sending.input = input
    await send(cli, input, sending.key)
    for (const file of dropMended(cli.terminal.env, (kept) => isMended(kept, draft))) cli.terminal.say(`${file} is dropped; this wrap mends it.\n`)
  } catch (error) {
    if (options.dryRun || isEmpty(draft)) throw error
    keep(cli, draft, sending, error)
    throw error
  }
}

const MEND = 'Mend it with: longhand wrap --resume --edit'

type Sending = Pick<KeptWrap, 'key' | 'input' | 'space'>

/** Keeps a wrap that was not taken, and says how to go on: what may have arrived is sent again as it was, the rest is mended. */
function keep(cli: Cli, draft: WrapText, { key, input, space }: Sending, error: unknown): void {
  const again = wasRefused(error) ? null : input
  const file = keepWrap(cli.terminal.env, { key, draft, input: again, space, unread: null })
  const asItIs = again !== null || (isWhole(draft) && !wasRefused(error) && !(error instanceof UsageError))
  cli.terminal.say(`Your wrap is kept in ${file}. ${asItIs ? 'Go on with: longhand wrap --resume' : MEND}\n`)
}

type Completed = { spaceId: string; book: Directory; byHand: boolean }

/** Asks for the rest, or opens the editor. Fills the draft in place, so that what was answered is kept when the rest is not. */
async function complete(cli: Cli, draft: WrapText, options: Options): Promise<Completed> {
  const book = directory(cli)
  const asks = cli.mayAsk() && !options.edit && !isWhole(draft)
  const { id: spaceId } = await book.space(options.space)
  if (!asks && !options.edit && options.fromGit === undefined) return { spaceId, book, byHand: false }
  const prefill = await cli.call(prefillWrap, { spaceId })
  for (const note of prefill.notes) cli.terminal.say(`${oneLine(note)}\n`)
  const commits = options.fromGit === undefined ? [] : commitsSince(options.fromGit === true ? '.' : options.fromGit, { since: Temporal.Instant.from(prefill.since), until: await standingClock(cli), emails: prefill.emails })
  if (options.edit) Object.assign(draft, await editDraft(withMoments({ ...draft, done: [...commits, ...draft.done] }, await cli.reader()), cli.terminal))
  else if (asks) await askForWrap(draft, terminalAsk, { suggestions: [...commits, ...prefill.done], prefill, names: { people: await book.people(), roles: await book.roles() } })
  else draft.done.unshift(...keptCommits(cli, commits, options.keep))
  return { spaceId, book, byHand: asks || options.edit === true }
}

/** Where the server's clock is one that stands, what lies after it is not yet done there. */
async function standingClock(cli: Cli): Promise<Temporal.Instant | null> {
  const { clock } = await cli.me()
  return clock.stands ? Temporal.Instant.from(clock.now) : null
}

/** Without anybody to tick them, lines from git are published by their numbers only. */
function keptCommits(cli: Cli, commits: readonly Suggestion[], keep: string | undefined): Suggestion[] {
  if (keep === 'all') return [...commits]
  if (keep === undefined) {
    const lines = commits.map(({ text }, index) => `  ${index + 1}. ${oneLine(text)}\n`).join('')
    cli.terminal.say(commits.length === 0 ? 'Git has nothing of yours since the last wrap.\n' : `Git has these; none is published unless you keep it with --keep all or --keep 1,3:\n${lines}`)
    return []
  }
  return keep.split(',').map((part) => {
    const line = commits[Number(part.trim()) - 1]
    if (!line) throw new UsageError(`There is no line ${part.trim()}; git offers ${commits.length}.`, 'Leave --keep out to see them.')
    return line
  })
}

/** What is piped in and said in flags. A text that cannot be read is kept as it was piped. @throws {UsageError} naming the line or the flag */
async function begunDraft(cli: Cli, options: Options): Promise<WrapText> {
  const text = await pipedWrap(cli, options)
  if (text === undefined) return withFlags(emptyDraft(), options)
  try {
    return withFlags(readWrapText(text), options)
  } catch (error) {
    if (!options.dryRun) cli.terminal.say(`What you piped in is kept in ${keepWrap(cli.terminal.env, { key: newKey(), draft: emptyDraft(), input: null, space: options.space ?? null, unread: { text, flags: readable(options) } })}. ${MEND}\n`)
    throw error
  }
}

/** What flags say, unless they are what cannot be read: they are typed again then. */
function readable(flags: WrapFlags): WrapFlags {
  try { withFlags(emptyDraft(), flags) } catch { return {} }
  return flags
}

/** Markdown from a pipe, unless flags say everything: a script's stdin may be anything. */
async function pipedWrap(cli: Cli, { state = '', next = '', important = '' }: Options): Promise<string | undefined> {
  return isWhole({ ...emptyDraft(), state, nextAction: next, mostImportant: important }) ? undefined : pipedText(cli)
}

/** The server answered and stored nothing: the text may be corrected and is a new request. */
const wasRefused = (error: unknown): boolean => error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500

async function send(cli: Cli, input: WrapInput, key: string): Promise<void> {
  const wrap: WrapView = await cli.call(postWrap, input, { idempotencyKey: key })
  dropWrap(cli.terminal.env, key)
  for (const passed of passedWords(input, await cli.reader())) cli.terminal.say(`${passed}\n`)
  await cli.print(wrap, async () => signedText(wrap, await cli.reader(), cli.terminal, cli.url()))
}

/** A request that may have arrived is repeated as it was; one that was refused is mended first. */
async function resume(cli: Cli, which: string | null, options: Options): Promise<void> {
  const kept = readKeptWrap(cli.terminal.env, which)
  const { key, input } = kept
  if (input) { await send(cli, input, key); return }
  const book = directory(cli)
  const space = options.space ?? kept.space
  const { id } = await book.space(space ?? undefined)
  const reader = await cli.reader()
  const mended = await mend(cli, kept, options, reader)
  const sending: Sending = { key, input: null, space }
  try {
    requireWhole(mended)
    sending.input = await resolveDraft(mended, { spaceId: id, book, reader, secondsTaken: null })
    await send(cli, sending.input, key)
  } catch (error) {
    keep(cli, mended, sending, error)
    throw error
  }
}

/** What was kept, with the flags of now, as it stands after the editor where one is wanted, or something is missing. */
async function mend(cli: Cli, { draft, unread }: KeptWrap, options: Options, reader: Reader): Promise<WrapText> {
  if (unread) return withFlags(withFlags(options.edit === true || cli.mayAsk() ? editUnread(unread.text, cli.terminal) : readWrapText(unread.text), unread.flags), options)
  const flagged = withFlags(draft, options)
  return options.edit === true || (cli.mayAsk() && !isWhole(flagged)) ? editDraft(withMomentsIfAny(flagged, reader), cli.terminal) : flagged
}
