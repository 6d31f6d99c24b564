/** One numbered part of the agreement: `## 1. Response times` and what stands under it. */
export type Clause = { number: number; title: string; text: string }

/** The parts that every agreement has (002:238–243). */
const MANDATORY_CLAUSES = [
  'response times', 'when sync and when async', 'public versus private', 'how to ask for synchronous time', 'core and overlap hours',
] as const

const HEADING = /^##[ \t]+(\d{1,3})\.[ \t]+(\S[^\r\n]*?)[ \t]*#*[ \t]*$/
const HIGHER_HEADING = /^##?[ \t]+\S/
const FENCE = /^ {0,3}(```|~~~)/

/** Splits the body at headings such as `## 1. Response times`. Text before the first one belongs to no clause. */
export function splitClauses(body: string): Clause[] {
  const clauses: (Omit<Clause, 'text'> & { lines: string[] })[] = []
  let open = false
  let fenced: string | null = null
  for (const line of body.split(/\r?\n/)) {
    const fence = FENCE.exec(line)?.[1]
    if (fence !== undefined) fenced = fenced === null ? fence : fenced === fence ? null : fenced
    const heading = fenced === null ? HEADING.exec(line) : null
    if (heading) {
      clauses.push({ number: Number(heading[1]), title: heading[2] ?? '', lines: [] })
      open = true
    } else if (fenced === null && HIGHER_HEADING.test(line)) open = false
    else if (open) clauses.at(-1)?.lines.push(line)
  }
  return clauses.map(({ lines, ...clause }) => ({ ...clause, text: lines.join('\n').trim() }))
}

/** What is wrong with the clauses, one sentence each; empty when each mandatory one is there once and says something. */
export function clauseProblems(clauses: readonly Clause[]): string[] {
  const problems: string[] = []
  for (const [at, subject] of MANDATORY_CLAUSES.entries()) {
    const found = clauses.find((clause) => clause.number === at + 1)
    if (!found) problems.push(`Clause ${at + 1} (${subject}) is missing: it needs a heading such as "## ${at + 1}. ${capital(subject)}".`)
    else if (found.text === '') problems.push(`Clause ${at + 1} (${subject}) says nothing.`)
  }
  const twice = clauses.filter((clause, at) => clauses.findIndex((other) => other.number === clause.number) !== at)
  return [...problems, ...twice.map((clause) => `Clause ${clause.number} stands here twice.`)]
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
