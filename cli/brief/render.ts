import type { BriefItem, BriefSection, BriefView } from '#contract/brief.ts'
import { localDate } from '#domain/time/local.ts'
import { calendarFromJson } from '#domain/time/types.ts'
import type { Period, WorkCalendarJson } from '#domain/time/types.ts'
import type { Reader } from '../context.ts'
import { clean, oneLine } from '../text/clean.ts'
import { columnsOf, fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'
import type { Terminal } from '../terminal.ts'
import { ribbonText } from './ribbon.ts'

type Setting = Pick<Terminal, 'colors' | 'width'> & { reader: Reader; all: boolean }

const INDENT = '  '
/** The end of an id tells batons apart; `longhand baton` takes it. Unit: characters. */
const HANDLE = 6

/** The brief, set for a terminal: headline, day, then sections in reading order; the rest folded to one line each. */
export function briefText(brief: BriefView, setting: Setting): string {
  const { colors, width, reader } = setting
  const calendar = calendarFromJson({ ...brief.calendar, periods: brief.calendar.periods as Period[] } satisfies WorkCalendarJson)
  const date = localDate(Temporal.Instant.from(brief.composedAt), brief.zone)
  const head = [
    colors.bold(clean(brief.headline)),
    fold(clean(brief.lede), width),
    '',
    ribbonText(calendar, date, { zone: brief.zone, now: reader.now }, { width, colors }).trimEnd(),
  ]
  const sections = brief.sections.filter((section) => section.items.length > 0 || section.folded.length > 0).map((section) => sectionText(section, setting))
  return `${[...head, ...sections, '', fold(clean(brief.ending), width), ''].join('\n')}`
}

function sectionText(section: BriefSection, setting: Setting): string {
  const { colors, width, all } = setting
  const head = `${colors.bold(clean(section.title))}${section.note ? colors.dim(` · ${oneLine(section.note)}`) : ''}`
  const items = section.items.map((item) => itemText(item, setting))
  const folded = section.folded.flatMap(({ spaceName, items: inside }) => all
    ? [`${INDENT}${colors.dim(oneLine(spaceName))}`, ...inside.map((item) => itemText(item, setting))]
    : [fold(colors.dim(`${oneLine(spaceName)}: ${inside.length} more. Add --all to read ${inside.length === 1 ? 'it' : 'them'}.`), width, INDENT)])
  return `\n${[head, ...items, ...folded].join('\n')}`
}

function itemText(item: BriefItem, { colors, width, reader, all }: Setting): string {
  const handle = handleOf(item)
  const due = item.dueAt === null ? '' : ` · by ${whenWords(Temporal.Instant.from(item.dueAt), reader.now, reader.zone)}`
  const text = fold(clean(item.tldr), width - columnsOf(INDENT) * 2, INDENT.repeat(2)).trimStart()
  const details = [`${oneLine(item.by)} · ${whenWords(Temporal.Instant.from(item.at), reader.now, reader.zone)}${due}${handle === '' ? '' : ` · ${handle}`}`, item.why && clean(item.why), ...actsOf(item, handle)]
  return [`${INDENT}${marker(item)} ${text}`, ...details.filter(Boolean).map((line) => colors.dim(fold(String(line), width, INDENT.repeat(2)))), ...(all && item.more ? [fold(clean(item.more), width, INDENT.repeat(2))] : [])].join('\n')
}

const marker = ({ kind }: BriefItem): string => kind === 'alarm' ? '!' : kind === 'baton' ? '→' : kind === 'question' ? '?' : '–'

/** What tells it apart, unless it stands in the line already. */
function handleOf({ baton, number, by }: BriefItem): string {
  if (baton) return baton.id.slice(-HANDLE)
  return number === null || by.includes(`#${number}`) ? '' : `#${number}`
}

/** What can be typed now. */
function actsOf({ can, baton, number, lineId, kind }: BriefItem, handle: string): string[] {
  const acts: string[] = []
  if (baton && (can.includes('accept') || can.includes('take'))) acts.push(`longhand baton accept ${handle}`)
  if (baton && can.includes('answer')) acts.push(`longhand baton answer ${handle} "…"`)
  if (can.includes('clear') && lineId !== null && number !== null) acts.push(`longhand wraps clear-line ${number} ${lineId}`)
  if (kind === 'checkin' && can.includes('fill-in')) acts.push('longhand checkin')
  return acts.map((act) => `$ ${act}`)
}
