import { answerPrompt, listPrompts, skipPrompt } from '#contract/checkins.ts'
import type { PromptView } from '#contract/checkins.ts'
import { BLOCKER_KEYS } from '#domain/checkins/forms.ts'
import type { Command } from 'commander'
import { terminalAsk } from '../ask.ts'
import type { Cli, Reader } from '../context.ts'
import { directory } from '../directory.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { pick } from '../lookup.ts'
import { momentOf } from '../moment.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'

type Options = { form?: string; answer?: string[]; ask?: string; needBy?: string; skip?: string | true; list?: true }
type Owner = { to: string; needBy: string | null }
type Answer = { key: string; text: string; source: number | null; ask?: Owner }

/** `longhand checkin`: answers what waits for you, with what your last wrap already says. */
export function addCheckins(program: Command, cli: Cli): void {
  const checkin = program.command('checkin').description('Answers the check-ins that wait for you.')
    .option('--list', 'Only show what waits.').option('--form <name>', 'Which check-in, when several wait.')
    .option('--answer <key=text>', 'An answer; give it once for each question.', (one: string, before: string[] | undefined) => [...before ?? [], one])
    .option('--ask <person>', 'Who is asked to clear what blocks you; they get an ask with a clock.').option('--need-by <when>', 'When you need it cleared, on your clock; only warns.')
    .option('--skip [reason]', 'Say that there is nothing to say today.')
  example(checkin, 'longhand checkin', 'longhand checkin --answer today="Ship the cache fix" --answer blockers="The key of the client" --ask Mei').action(async (options: Options) => {
    const { prompts } = await cli.call(listPrompts, {})
    const waiting = latestOf(prompts)
    const acts = options.answer !== undefined || options.ask !== undefined || options.skip !== undefined
    if (options.list || (!acts && (!cli.mayAsk() || waiting.length === 0))) {
      await cli.print({ prompts: waiting }, async () => listText(waiting, await cli.reader(), cli.terminal.width))
      if (!options.list && waiting.length > 0) throw nothingSent(waiting)
      return
    }
    if (!acts) { for (const prompt of waiting) await answerAsked(cli, prompt); return }
    const prompt = choose(waiting, options.form)
    if (options.skip !== undefined) {
      await cli.print(await cli.call(skipPrompt, { id: prompt.id, reason: options.skip === true ? '' : options.skip }), () => `Skipped ${oneLine(prompt.form.name)}.\n`)
      return
    }
    const answers = answersFrom(prompt, options.answer ?? [])
    await send(cli, prompt, options.ask === undefined ? answers : withOwner(answers, { to: await directory(cli).person(options.ask), needBy: await momentOf(cli, 'need-by', options.needBy) }))
  })
}

/** Nobody is there to be asked, and what the last wrap says is not sent unseen. */
function nothingSent(waiting: readonly PromptView[]): UsageError {
  const [first] = waiting
  const form = waiting.length > 1 && first ? ` --form "${oneLine(first.form.name)}"` : ''
  return new UsageError('Nothing was sent: no answer was given, and there is nobody to ask.',
    `Answer with \`longhand checkin${form} --answer ${first?.form.questions[0]?.key ?? 'today'}="…"\`, once for each question, or run it in a terminal. --list only shows what waits.`)
}

async function send(cli: Cli, prompt: PromptView, answers: Answer[]): Promise<void> {
  const answer = await cli.call(answerPrompt, { id: prompt.id, answers })
  await cli.print(answer, () => [`${oneLine(prompt.form.name)} is answered: #${answer.number}\n`, ...answer.asks.map((ask) => `#${ask.number}  ${oneLine(ask.status)}\n`)].join(''))
}

/** @throws {UsageError} where nothing is said to be in the way */
export function withOwner(answers: readonly Answer[], ask: Owner): Answer[] {
  const blocker = answers.find(({ key }) => BLOCKER_KEYS.has(key))
  if (!blocker) throw new UsageError('Nothing is said to be in the way, so nobody can be asked to clear it.', 'Add --answer blockers="…".')
  return answers.map((answer) => answer === blocker ? { ...answer, ask } : answer)
}

/** One of each form: what was missed is still welcome, until the form asks again. They come by the end of their window. */
const latestOf = (prompts: readonly PromptView[]): PromptView[] => [...new Map(prompts.map((prompt) => [prompt.form.id, prompt])).values()]

/** Where only one is still within its window, that one is meant. */
function choose(waiting: readonly PromptView[], name: string | undefined): PromptView {
  const open = waiting.filter(({ state }) => state === 'open')
  const [only] = open.length === 1 ? open : waiting
  if (!only) throw new UsageError('No check-in waits for you.', '`longhand checkins forms` says when the next one comes.')
  if (name === undefined && (waiting.length === 1 || open.length === 1)) return only
  if (name === undefined) throw new UsageError('Several check-ins wait for you.', `Add --form with one of ${waiting.map((prompt) => oneLine(prompt.form.name)).join(', ')}.`)
  const { id } = pick(name, waiting.map((prompt) => ({ id: prompt.id, name: prompt.form.name })), { what: 'waiting check-in', see: 'longhand checkin --list' })
  return waiting.find((prompt) => prompt.id === id) ?? only
}

/** What was written, and what the last wrap says where nothing was. */
export function answersFrom({ form, prefill }: Pick<PromptView, 'form' | 'prefill'>, given: readonly string[]): Answer[] {
  const written = new Map(given.map((one) => {
    const at = one.indexOf('=')
    const key = one.slice(0, at).trim()
    if (at < 1 || !form.questions.some((question) => question.key === key)) throw new UsageError(`"${oneLine(one)}" answers no question.`, `Write it as key=text; the keys are ${form.questions.map((question) => question.key).join(', ')}.`)
    return [key, one.slice(at + 1)] as const
  }))
  return form.questions.flatMap(({ key }): Answer[] => {
    const text = written.get(key)
    if (text !== undefined) return [{ key, text, source: null }]
    const known = prefill.find((one) => one.key === key)
    return known ? [{ key, text: known.text, source: known.source }] : []
  })
}

async function answerAsked(cli: Cli, prompt: PromptView): Promise<void> {
  cli.terminal.say(`\n${oneLine(prompt.form.name)} in ${oneLine(prompt.form.spaceName)}\n`)
  const answers: Answer[] = []
  for (const question of prompt.form.questions) {
    const known = prompt.prefill.find((one) => one.key === question.key)
    const text = await terminalAsk.line(clean(question.text), { optional: !question.required, ...(known && { initial: clean(known.text) }) })
    if (text === '') continue
    const ask = BLOCKER_KEYS.has(question.key) ? await ownerAsked(cli) : null
    answers.push({ key: question.key, text, source: known && clean(known.text).trim() === text ? known.source : null, ...(ask && { ask }) })
  }
  if (answers.length > 0) await send(cli, prompt, answers)
}

/** Asks again for a name that is nobody's, so that nothing written before is lost. */
async function ownerAsked(cli: Cli): Promise<Owner | null> {
  for (;;) {
    const who = await terminalAsk.line('Who is asked to clear it? Nobody, if you leave it empty.', { optional: true })
    if (who === '') return null
    try {
      return { to: await directory(cli).person(who), needBy: null }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      cli.terminal.say(`${error.message} ${error.next}\n`)
    }
  }
}

function listText(waiting: readonly PromptView[], { now, zone }: Reader, width: number): string {
  if (waiting.length === 0) return 'No check-in waits for you.\n'
  return waiting.map((prompt) => {
    const until = whenWords(Temporal.Instant.from(prompt.windowEndsAt), now, zone)
    const head = `${oneLine(prompt.form.name)} in ${oneLine(prompt.form.spaceName)}, ${prompt.state === 'missed' ? `was expected by ${until}; an answer is still welcome` : `expected by ${until}`}\n`
    return head + prompt.form.questions.map((question) => {
      const known = prompt.prefill.find((one) => one.key === question.key)
      return `${fold(`${question.key}: ${clean(question.text)}`, width, '  ')}\n${known ? `${fold(`${clean(known.text)} (from #${known.source})`, width, '    ')}\n` : ''}`
    }).join('')
  }).join('\n')
}
