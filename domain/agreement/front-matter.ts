export type FrontMatter = {
  /** Between the two fences, without them. */
  yaml: string
  /** The line of the file on which `yaml` begins; the first line is 1. */
  yamlLine: number
  /** Everything after the second fence, byte for byte. */
  body: string
  /** The line of the file on which `body` begins. */
  bodyLine: number
}

const FENCED = /^\uFEFF?---[ \t]*\r?\n(?<yaml>[^]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/

/** Takes a text apart into front matter and body; null where it does not begin with `---` or the front matter never ends. */
export function splitFrontMatter(text: string): FrontMatter | null {
  const match = FENCED.exec(text)
  if (!match) return null
  const yaml = match.groups?.['yaml'] ?? ''
  return { yaml, yamlLine: 2, body: text.slice(match[0].length), bodyLine: linesIn(match[0]) }
}

/** The number of the line that a text ends on. */
function linesIn(text: string): number {
  return text.split('\n').length
}
