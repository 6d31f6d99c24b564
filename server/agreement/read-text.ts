import { clauseProblems, splitClauses } from '#domain/agreement/clauses.ts'
import type { Clause } from '#domain/agreement/clauses.ts'
import { splitFrontMatter } from '#domain/agreement/front-matter.ts'
import { readSettings } from '#domain/agreement/read-settings.ts'
import type { SettingPath } from '#domain/agreement/read-settings.ts'
import type { AgreementSettings } from '#domain/agreement/settings.ts'
import { Refusal } from '#domain/refusal.ts'
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document } from 'yaml'

export type ReadAgreement = { settings: AgreementSettings; clauses: Clause[] }

/** So many faults are told at once; more would not be read. */
const TOLD_MAX = 5

/**
 * Reads an agreement: front matter into settings, body into clauses. The text itself is kept as it came.
 * @throws {Refusal} `cannot_be_read` that names the line, what stands there and what is allowed
 */
export function readAgreementText(text: string): ReadAgreement {
  const parts = splitFrontMatter(text)
  if (!parts) throw unreadable(['Line 1: the text does not begin with front matter between two lines of ---.'])
  const lines = new LineCounter()
  const document = parseDocument(parts.yaml, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, logLevel: 'silent' })
  const lineAt = (offset: number) => lines.linePos(offset).line + parts.yamlLine - 1
  if (document.errors.length > 0) throw unreadable(document.errors.map((error) => `Line ${lineAt(error.pos[0])}: ${sentence(error.message)}`))
  const { settings, problems } = readSettings(plain(document))
  const faults = [
    ...problems.map((problem) => `Line ${lineAt(offsetOf(document, problem.path, problem.key))}: ${problem.message}`),
    ...clauseProblems(splitClauses(parts.body)).map((message) => `From line ${parts.bodyLine}: ${message}`),
  ]
  if (settings === null || faults.length > 0) throw unreadable(faults)
  return { settings, clauses: splitClauses(parts.body) }
}

/** The clauses of a text that was accepted once. */
export function clausesOf(text: string): Clause[] {
  return splitClauses(splitFrontMatter(text)?.body ?? text)
}

/** Settings need no anchors; without them a short text cannot unfold into a long one. */
function plain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown
  } catch {
    throw unreadable(['The front matter uses anchors and aliases (& and *), which settings do not need.'])
  }
}

function unreadable(faults: readonly string[]): Refusal {
  const rest = faults.length > TOLD_MAX ? ` And ${faults.length - TOLD_MAX} more.` : ''
  return new Refusal('cannot_be_read', `${faults.slice(0, TOLD_MAX).join(' ')}${rest}`, 'Mend what is named and send the text again; nothing was changed.')
}

const sentence = (words: string): string => /[.!?]$/.test(words) ? words : `${words}.`

/** Where in the front matter a setting stands, or as much of its path as is there. */
function offsetOf(document: Document.Parsed, path: SettingPath, key: boolean): number {
  let node: unknown = document.contents
  let offset = 0
  for (const [at, part] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => (isScalar(item.key) ? item.key.value : item.key) === part)
      if (!pair) return offset
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0]
      node = pair.value
    } else if (isSeq(node) && typeof part === 'number') node = node.items[part]
    if (isNode(node) && node.range && !(key && at === path.length - 1)) offset = node.range[0]
  }
  return offset
}
