import type { DecisionContent } from '#contract/decisions.ts'
import { terminalAsk } from '../ask.ts'
import type { Directory } from '../directory.ts'
import { withFlags } from './flags.ts'
import type { NewDecision } from './new.ts'

/** Asked for once there are two, since two are the rule. */
const OPTIONS_LEAST = 2

/** Asks for what a decision cannot do without, and leaves the rest to the page or the editor. */
export async function dialogue(written: NewDecision, book: Directory): Promise<NewDecision> {
  const title = await terminalAsk.line('What is decided, in a few words?')
  const needed = await terminalAsk.line('What has to be decided? One or two sentences.')
  const context = await terminalAsk.line('What must one know to decide it?', { optional: true })
  const options = await askOptions()
  const recommend = await terminalAsk.one('Which do you recommend?', [...options.map((name) => ({ value: name, label: name })), { value: '', label: 'None of them' }])
  const why = recommend === '' ? '' : await terminalAsk.line('Why?', { optional: true })
  const content: DecisionContent = withFlags(written.content, { title, needed, context, option: options, why, ...(recommend !== '' && { recommend }) })
  const people = await book.people()
  const consultedIds = await terminalAsk.some('Whose input is needed before it can be signed?', people.map(({ id, name }) => ({ value: id, label: name })), written.roles?.consultedIds ?? [])
  const door = await terminalAsk.one('Is it easy to undo?', [{ value: 'two-way', label: 'Yes', hint: 'silence to the deadline may close it' }, { value: 'one-way', label: 'No', hint: 'it waits for everybody’s word' }])
  const open = await terminalAsk.yes('Open it now? Its readers are told.')
  return { ...written, content, door: door === 'one-way' ? 'one-way' : 'two-way', open, ...(written.roles && { roles: { ...written.roles, consultedIds } }) }
}

async function askOptions(): Promise<string[]> {
  const options: string[] = []
  for (;;) {
    const name = await terminalAsk.line(options.length < OPTIONS_LEAST ? `Option ${options.length + 1}` : 'Another option? Empty goes on.', { optional: options.length >= OPTIONS_LEAST })
    if (name === '') return options
    options.push(name)
  }
}
