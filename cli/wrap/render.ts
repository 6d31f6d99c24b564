import type { WrapView } from '#contract/handoffs.ts'
import type { Reader } from '../context.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'
import type { Terminal } from '../terminal.ts'
import { isWhole } from './draft.ts'
import type { ListedWrap } from './keep.ts'

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

/** Wraps that are kept here, newest first: what each says, and how it goes on. Times are those of this machine, since nobody has to answer for it. */
export function draftsText(drafts: readonly ListedWrap[], { colors, width }: Pick<Terminal, 'colors' | 'width'>): string {
  if (drafts.length === 0) return 'No wrap is kept.\n'
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return drafts.map(({ id, keptAt, draft, unread, mayHaveArrived }) => {
    const at = keptAt.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
    const says = [draft.mostImportant, draft.state, draft.nextAction, ...draft.done.map(({ text }) => text), ...(unread ?? '').split('\n').filter((line) => !line.startsWith('#'))].find((text) => text.trim() !== '') ?? ''
    return `${fold(`${colors.bold(id)}  ${at}  ${oneLine(says)}`, width)}\n${colors.dim(fold(`${mayHaveArrived ? 'It may have arrived, and never counts twice' : notTaken(unread, draft)}. Go on: longhand wrap --resume ${id}`, width, '  '))}\n`
  }).join('')
}

function notTaken(unread: string | null, draft: ListedWrap['draft']): string {
  if (unread !== null) return 'It could not be read; --edit mends it'
  return isWhole(draft) ? 'It was not taken' : 'It was not taken; --edit mends it'
}
