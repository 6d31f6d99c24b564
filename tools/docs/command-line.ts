import type { Command, Option } from 'commander'

/** The words of a command line, as a shell takes them apart. */
const wordsOf = (line: string): string[] => [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '')

/** Options of a command and of those above it. */
const optionsOf = (command: Command | null): readonly Option[] => command === null ? [] : [...command.options, ...optionsOf(command.parent)]

/** Says what a command line asks for that the program does not have; null where it has everything. */
export function unknownIn(program: Command, line: string): string | null {
  let command = program
  let takesValue = false
  for (const word of wordsOf(line)) {
    if (takesValue) {
      takesValue = false
    } else if (word === '--help') {
      return null
    } else if (/^--?[a-z]/.test(word)) {
      const [name = ''] = word.split('=')
      const option = optionsOf(command).find(({ short, long }) => name === short || name === long)
      if (option === undefined) return `${command.name()} has no ${name}`
      takesValue = (option.required || option.optional) && !word.includes('=')
    } else {
      const next = command.commands.find((one) => one.name() === word || one.aliases().includes(word))
      if (next !== undefined) command = next
      else if (command.registeredArguments.length === 0 && !/^[<.…]/.test(word)) return `${command.name()} knows no “${word}”`
    }
  }
  return null
}
