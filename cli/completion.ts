import { Argument } from 'commander'
import type { Command } from 'commander'
import type { Cli } from './context.ts'
import { example } from './help.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

/** What may follow each beginning: `batons` → its verbs, `batons return` → its flags. */
export type Completions = Record<string, string[]>

/** Read off the command table, so that it never lags behind. */
export function completionsOf(program: Command): Completions {
  const shared = flagsOf(program)
  const all: Completions = {}
  const visit = (command: Command, path: string) => {
    all[path] = [...command.commands.map((one) => one.name()), ...(path === '' ? [] : flagsOf(command)), ...shared, '--help']
    for (const one of command.commands) visit(one, `${path} ${one.name()}`.trim())
  }
  visit(program, '')
  return all
}

const flagsOf = (command: Command): string[] => command.options.flatMap((option) => option.long ?? [])

export function addCompletion(program: Command, cli: Cli): void {
  const command = program.command('completion').description('Prints what your shell needs to complete longhand commands.')
    .addArgument(new Argument('<shell>').choices(SHELLS))
  example(command, 'longhand completion bash >> ~/.bashrc', 'longhand completion zsh > "${fpath[1]}/_longhand"', 'longhand completion fish > ~/.config/fish/completions/longhand.fish')
    .action((shell: Shell) => cli.terminal.out(SCRIPTS[shell](completionsOf(program))))
}

/** The words typed so far, without flags, choose the list. */
const SCRIPTS: Record<Shell, (all: Completions) => string> = {
  bash: (all) => `_longhand() {
  local path="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do [[ $word == -* ]] || path="$path$word "; done
  case "\${path% }" in
${cases(all, (words) => `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "\${COMP_WORDS[COMP_CWORD]}"))`)}
  esac
}
complete -o default -F _longhand longhand
`,
  zsh: (all) => `#compdef longhand
_longhand() {
  local path="" word
  for word in "\${words[@]:1:$((CURRENT - 2))}"; do [[ $word == -* ]] || path="$path$word "; done
  case "\${path% }" in
${cases(all, (words) => `compadd -- ${words.join(' ')}`)}
    *) _files ;;
  esac
}
compdef _longhand longhand
`,
  fish: (all) => `function __longhand_path
  string join ' ' (string match -v -- '-*' (commandline -opc)[2..-1])
end
${Object.entries(all).map(([path, words]) => `complete -c longhand -n 'test (__longhand_path) = "${path}"' -a '${words.join(' ')}'`).join('\n')}
`,
}

const cases = (all: Completions, line: (words: string[]) => string): string =>
  Object.entries(all).map(([path, words]) => `    "${path}") ${line(words)} ;;`).join('\n')
