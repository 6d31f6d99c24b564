import type { Checked, Finding } from '#domain/writing/types.ts'
import type { Colors } from '../terminal.ts'
import { clean, oneLine } from '../text/clean.ts'

type Look = { colors: Colors; width: number; name: string }

/** What the check found, as compilers print it: place, message, then why and how, each on lines of their own. */
export function checkedText(text: string, checked: Checked, { colors, width, name }: Look): string {
  const places = placesIn(text, checked.findings.map((finding) => finding.start))
  const findings = checked.findings.map((finding, at) => [
    `${colors.bold(`${oneLine(name)}:${places[at] ?? ''}`)}  ${colors.yellow(finding.message)}  ${colors.dim(finding.rule)}`,
    ...wrapped(`“${oneLine(text.slice(finding.start, finding.end))}”`, width), ...wrapped(finding.why, width), ...wrapped(`For example: ${clean(finding.example)}`, width), '',
  ].join('\n'))
  return `${findings.join('\n')}${findings.length > 0 ? '\n' : ''}${findings.length === 0 ? 'Nothing to stumble over was found.\n' : ''}${checked.likely}\n${colors.dim(countsOf(checked))}\n`
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`

/** Words and parts, without a grade; parts that are not there are left out. */
function countsOf({ words, structure }: Checked): string {
  const parts = ([[structure.headings, 'heading'], [structure.listItems, 'list item'], [structure.tables, 'table'], [structure.links, 'link'], [structure.codeBlocks, 'code block'], [structure.questions, 'question']] as const)
  return `${[counted(words, 'word'), ...parts.flatMap(([count, thing]) => count > 0 ? [counted(count, thing)] : [])].join(', ')}.`
}

/** `line:column` of each offset, both from one; offsets stand in their order. */
export function placesIn(text: string, offsets: readonly Finding['start'][]): string[] {
  let line = 1
  let lineStart = 0
  let seen = 0
  return offsets.map((offset) => {
    for (let next = text.indexOf('\n', seen); next >= 0 && next < offset; next = text.indexOf('\n', seen)) {
      line += 1
      lineStart = next + 1
      seen = lineStart
    }
    return `${line}:${offset - lineStart + 1}`
  })
}

const INDENT = '  '

/** Words set below each other, no line wider than the terminal. */
function wrapped(sentence: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of sentence.split(/\s+/)) {
    if (line !== '' && INDENT.length + line.length + 1 + word.length > width) {
      lines.push(INDENT + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, INDENT + line]
}
