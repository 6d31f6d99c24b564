import type { OutputOf } from '#contract/operation.ts'
import type { PageHead, pageTree, pageVersion, pageVersions, PageView } from '#contract/pages.ts'
import { pageKindName } from '#domain/pages/kinds.ts'
import type { Reader } from '../context.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'
import type { Terminal } from '../terminal.ts'

type Setting = Pick<Terminal, 'colors' | 'width'>

const TRUTHS = { verified: '', stale: 'out of date', unverified: 'not verified' } as const

/** Pages one below the other: what each is, where, who minds it, and whether it is still true. */
export function pagesText(items: readonly PageHead[], reader: Reader, { colors, width }: Setting): string {
  if (items.length === 0) return 'No pages.\n'
  return items.map((page) => {
    const parts = [pageKindName(page.kind), oneLine(page.spaceName), page.ownerName === null ? 'minded by nobody' : `minded by ${oneLine(page.ownerName)}`, `edited by ${oneLine(page.editedByName)} ${whenWords(Temporal.Instant.from(page.editedAt), reader.now, reader.zone)}`, TRUTHS[page.truth]]
    return `${fold(`#${page.number}  ${oneLine(page.title)}`, width)}\n${colors.dim(fold(`${parts.filter((part) => part !== '').join(', ')}.`, width, '      '))}\n`
  }).join('')
}

/** The pages of a space, each below the one that it stands under. */
export function treeText({ pages }: OutputOf<typeof pageTree>, { colors, width }: Setting): string {
  if (pages.length === 0) return 'No pages.\n'
  const depths = new Map<number, number>()
  return pages.map((page) => {
    const depth = page.parent === null ? 0 : (depths.get(page.parent) ?? -1) + 1
    depths.set(page.number, depth)
    const truth = TRUTHS[page.truth] === '' ? '' : colors.dim(`  ${TRUTHS[page.truth]}`)
    return `${fold(`${'  '.repeat(depth)}#${page.number}  ${oneLine(page.title)}${truth}`, width, '  '.repeat(depth + 1))}\n`
  }).join('')
}

/** A page to read: where it stands, whether it is true, its Markdown, and what is said about it. */
export function pageText(page: PageView, { colors, width }: Setting): string {
  const above = [oneLine(page.spaceName), ...page.path.map(({ title }) => oneLine(title))].join(' › ')
  const wrong = page.wrong.map((one) => fold(`${oneLine(one.byName)} says that this is wrong${one.quote === '' ? '' : ` (“${oneLine(one.quote)}”)`}: ${clean(one.note) || 'without a note'}`, width, '  '))
  const open = page.remarks.filter((remark) => remark.resolvedAt === null).map((remark) => fold(`${oneLine(remark.authorName)}${remark.anchor.quote === '' ? '' : ` on “${oneLine(remark.anchor.quote)}”`}: ${clean(remark.body)}`, width, '  '))
  const below = page.children.map((child) => `  #${child.number}  ${oneLine(child.title)}`)
  return [
    colors.bold(fold(`#${page.number}  ${oneLine(page.title)}`, width)), colors.dim(fold(`${above}. ${pageKindName(page.kind)}, version ${page.version}. ${clean(page.truthSentence)}`, width)), '', clean(page.text).trimEnd(),
    ...section('Said to be wrong', wrong), ...section('Remarks', open), ...section('Below it', below), '',
  ].join('\n')
}

const section = (title: string, lines: readonly string[]): string[] => lines.length === 0 ? [] : ['', `${title}:`, ...lines]

/** What was saved of a page, newest first. */
export function versionsText({ items }: OutputOf<typeof pageVersions>, reader: Reader, { colors, width }: Setting): string {
  return items.map((one) => {
    const how = one.restoredFrom !== null ? `, as version ${one.restoredFrom} was` : one.how === 'merged' ? ', joined with what others saved' : one.how === 'imported' ? ', imported' : ''
    const head = `${one.version}  ${oneLine(one.byName)}, ${whenWords(Temporal.Instant.from(one.at), reader.now, reader.zone)}${how}: ${colors.green(`+${one.added}`)} ${colors.red(`-${one.removed}`)}`
    return `${head}\n${one.note === '' ? '' : `${fold(clean(one.note), width, '   ')}\n`}`
  }).join('')
}

/** So many lines that stayed are shown around those that changed. */
const CONTEXT = 2

/** The lines in which a version differs from another. */
export function versionDiff({ version, against, lines }: OutputOf<typeof pageVersion>, { colors }: Setting): string {
  const near = lines.map((_line, index) => lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((line) => line.kind !== 'same'))
  const shown = lines.flatMap((line, index) => near[index] ? [lineText(line, colors)] : near[index - 1] ? [colors.dim('  …')] : [])
  const head = against === null ? `Version ${version}, the first.` : `Version ${version}, compared with ${against}.`
  return `${[colors.dim(head), ...shown.length === 0 ? ['The text is the same.'] : shown].join('\n')}\n`
}

function lineText({ kind, text }: { kind: 'same' | 'added' | 'removed'; text: string }, colors: Setting['colors']): string {
  if (kind === 'added') return colors.green(`+ ${clean(text)}`)
  return kind === 'removed' ? colors.red(`- ${clean(text)}`) : `  ${clean(text)}`
}
