import { Command } from 'commander'
import type { ErrorOptions, HelpContext } from 'commander'
import { UsageError } from './errors.ts'
import { oneLine } from './text/clean.ts'

/** A command whose parser speaks as the program does: what is wrong, and what to do next; under `--json` as data. */
export class LonghandCommand extends Command {
  override createCommand(name?: string): LonghandCommand { return new LonghandCommand(name) }

  /** @throws {UsageError} always */
  override error(message: string, { code }: ErrorOptions = {}): never {
    const { what, next } = inWords(this, code ?? '', message)
    throw new UsageError(what, `${next}${next === '' ? '' : ' '}See \`${pathOf(this)} --help\`.`)
  }

  /** A group alone shows what there is. @throws {UsageError} where data is wanted instead */
  override help(context?: HelpContext | ((text: string) => string)): never {
    if (typeof context === 'object' && context.error && this.optsWithGlobals()['json'] === true) throw new UsageError(`What to do is missing behind "${pathOf(this)}".`, `See \`${pathOf(this)} --help\`.`)
    return super.help(context as HelpContext)
  }
}

const pathOf = (command: Command): string => command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()

type Words = { what: string; next: string }

/** What commander says, put as everything else here is. It tells its parts in its message alone; flags stand there with their placeholders. */
function inWords(command: Command, code: string, message: string): Words {
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted = '']) => oneLine(quoted).replace(/ [<[].*$/, ''))
  const maybe = /\((Did you mean .*\?)\)/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'commander.missingArgument': return { what: `The ${plain(first)} is missing.`, next: command.registeredArguments.find((one) => one.name() === first)?.description ?? '' }
    case 'commander.optionMissingArgument': return { what: `${first} needs a value.`, next: '' }
    case 'commander.conflictingOption': return { what: `${first} cannot be used with ${second}.`, next: 'Leave one of them out.' }
    case 'commander.unknownOption': return { what: `There is no flag ${first} here.`, next: maybe }
    case 'commander.unknownCommand': return { what: `There is no command "${pathOf(command)} ${first}".`, next: maybe }
    case 'commander.excessArguments': return { what: `More stands behind "${pathOf(command)}" than it takes.`, next: 'Several words that belong together are put in quotes.' }
    case 'commander.invalidArgument': return invalid(message)
    default: return { what: oneLine(message.replace(/^error: /, '')), next: '' }
  }
}

const INVALID = /^error: (?:option '(?<flag>[^' ]+)[^']*' argument|command-argument value) '(?<value>[^]*)' is invalid(?: for argument '(?<argument>[^']+)')?\.(?<why>[^]*)$/

/** The choices are those that commander lists. */
function invalid(message: string): Words {
  const { flag, value = '', argument = '', why = '' } = INVALID.exec(message)?.groups ?? {}
  return { what: `${flag ?? `The ${plain(argument)}`} cannot be "${oneLine(value)}".`, next: oneLine(why).trim().replace(/^Allowed choices are /, 'It is one of ') }
}

/** `space-id` → `space id` */
const plain = (name: string): string => name.replaceAll('-', ' ')
