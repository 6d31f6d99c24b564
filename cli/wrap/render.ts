import type { WrapView } from '#contract/handoffs.ts'
import type { Reader } from '../context.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'
import type { Terminal } from '../terminal.ts'

/** What was signed, and who reads it when. */
export function signedText(wrap: WrapView, reader: Reader, { colors, width }: Pick<Terminal, 'colors' | 'width'>, url: string): string {
  const when = (at: string) => whenWords(Temporal.Instant.from(at), reader.now, reader.zone)
  const lines = [
    `${colors.bold(`Wrap #${wrap.number}`)} is signed in ${oneLine(wrap.spaceName)}: ${url}/${wrap.number}`,
    ...wrap.batons.map((baton) => fold(`→ ${oneLine(baton.text)}: ${clean(baton.why)}`, width, '  ')),
    ...wrap.readers.map((one) => `  ${oneLine(one.name)} reads it ${when(one.readsAt)}.`),
    ...(wrap.secondsTaken === null ? [] : [colors.dim(`  It took you ${wrap.secondsTaken} seconds; only you see that.`)]),
  ]
  return `${lines.join('\n')}\n`
}
