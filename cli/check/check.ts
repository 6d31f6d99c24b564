import { ASK_KINDS } from '#domain/asks/kinds.ts'
import type { AskKind } from '#domain/asks/kinds.ts'
import type { WritingContext } from '#domain/writing/types.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { readText } from '../generic/commands.ts'
import { example } from '../help.ts'
import { checkedText } from './render.ts'

type Options = { kind?: NonNullable<WritingContext['kind']>; ask?: AskKind }

/** `longhand check FILE`: the check before sending, on this machine; needs no server. */
export function addCheck(program: Command, cli: Cli): void {
  const check = program.command('check').description('Says what a reader may stumble over in a text, before you send it. Works offline.')
    .argument('<file>', 'A file with Markdown, or - for what is piped in.')
    .addOption(new Option('--kind <kind>', 'What the text will be; a reply needs less context, a page may be long.').choices(['thread', 'reply', 'page']))
    .addOption(new Option('--ask <kind>', 'The kind of ask that goes with it.').choices(ASK_KINDS))
  example(check, 'longhand check proposal.md', 'git log -1 --format=%B | longhand check -').action(async (file: string, { kind, ask }: Options) => {
    const text = file === '-' ? await cli.terminal.readInput() : readText(file)
    // The parser is loaded here alone, so that no other command waits for it.
    const [{ readMarkdown }, { checkText }] = await Promise.all([import('#contract/writing-text.ts'), import('#domain/writing/check-text.ts')])
    const checked = checkText(readMarkdown(text), { ...(kind && { kind }), ...(ask && { ask }) })
    const { likely: _inWords, ...answer } = checked
    await cli.print(answer, () => checkedText(text, checked, { colors: cli.terminal.colors, width: cli.terminal.width, name: file === '-' ? 'stdin' : file }))
  })
}
