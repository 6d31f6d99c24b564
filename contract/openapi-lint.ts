import type { OpenApi } from './openapi.ts'

type Described = { operationId?: string; summary?: string; tags?: string[]; parameters?: { in?: string; name?: string }[]; responses?: Record<string, { content?: Record<string, unknown> }> }
const METHODS = new Set(['get', 'put', 'post', 'patch', 'delete'])

/**
 * What a reader of the description would miss: ids, summaries, declared tags, answers, the shape of errors,
 * path parameters, and references that lead nowhere.
 * @returns one sentence for each fault
 */
export function lintOpenApi(document: OpenApi): string[] {
  const tags = new Set((document.tags as { name: string }[]).map((tag) => tag.name))
  const seen = new Set<string>()
  const faults: string[] = []
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (!METHODS.has(method)) continue
      faults.push(...faultsOf(operation as Described, path, tags).map((fault) => `${method.toUpperCase()} ${path} ${fault}.`))
      const { operationId = '' } = operation as Described
      if (seen.has(operationId)) faults.push(`${operationId} stands in the description twice.`)
      seen.add(operationId)
    }
  }
  return [...faults, ...samePaths(Object.keys(document.paths)), ...lostReferences(document)]
}

function faultsOf(operation: Described, path: string, tags: ReadonlySet<string>): string[] {
  const { operationId, summary, parameters = [], responses = {} } = operation
  const faults: string[] = []
  if (!operationId) faults.push('has no operationId')
  if (!summary) faults.push('has no summary')
  else if (!summary.endsWith('.')) faults.push('has a summary that does not end like a sentence')
  if ((operation.tags ?? []).length === 0) faults.push('has no tag')
  for (const tag of operation.tags ?? []) if (!tags.has(tag)) faults.push(`has the tag ${tag}, which is not declared`)
  if (!('200' in responses)) faults.push('has no answer 200')
  if (!path.startsWith('/health/') && !Object.values(responses).some((one) => 'application/problem+json' in (one.content ?? {}))) faults.push('answers no problem')
  for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
    if (!parameters.some((one) => one.in === 'path' && one.name === name)) faults.push(`does not describe {${name}}`)
  }
  return faults
}

/** Names of parameters do not tell paths apart; OpenAPI forbids such pairs. */
function samePaths(paths: readonly string[]): string[] {
  const bare = (path: string) => path.replace(/\{\w+\}/g, '{}')
  return paths.flatMap((path, index) => paths.slice(0, index).filter((other) => bare(other) === bare(path)).map((other) => `${path} is the same path as ${other}.`))
}

function lostReferences(document: OpenApi): string[] {
  const text = JSON.stringify(document)
  const places = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? ''))
  return [...places].filter((place) => !leads(document, place.split('/'))).map((place) => `#/${place} leads nowhere.`)
}

function leads(from: unknown, [step, ...rest]: string[]): boolean {
  if (step === undefined) return from !== undefined
  return typeof from === 'object' && from !== null && leads((from as Record<string, unknown>)[step], rest)
}
