import type { JsonSchema } from '#contract/openapi-schemas.ts'
import { openApi } from '#contract/openapi.ts'
import type { Dice } from '#domain/time/dice.test-kit.ts'
import type { Known } from './known.test-kit.ts'
import { ODD_TYPES, oddBody, oddNumber, oddText, oddValue } from './odd.test-kit.ts'

type Schema = JsonSchema & { minLength?: number; maxLength?: number; minimum?: number; maximum?: number; minItems?: number; maxItems?: number; pattern?: string }
type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }

/** One operation as our own API description says it. */
export type Described = {
  name: string; method: string; path: string; parameters: readonly Parameter[]; body: Schema | null; takesFile: boolean
  /** Codes of refusals by status. */
  refusals: ReadonlyMap<number, ReadonlySet<string>>
}
export type Request = { name: string; method: string; url: string; headers: Record<string, string>; payload: Buffer | null; how: string }

/** Reads the operations out of the description, as any generator of clients would. */
export function described(): Described[] {
  const document = JSON.parse(JSON.stringify(openApi())) as { paths: Record<string, Record<string, { operationId?: string; parameters?: Parameter[]; requestBody?: { content: Record<string, { schema?: Schema }> }; responses: Record<string, unknown> }>> }
  return Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).filter(([, one]) => one.operationId !== undefined).map(([method, one]) => ({
    name: one.operationId ?? '', method: method.toUpperCase(), path, parameters: (one.parameters ?? []).filter(({ in: where }) => where === 'path' || where === 'query'),
    body: one.requestBody?.content['application/json']?.schema ?? null, takesFile: one.requestBody?.content['application/octet-stream'] !== undefined, refusals: refusalsOf(one.responses),
  })))
}

function refusalsOf(responses: Record<string, unknown>): Map<number, Set<string>> {
  const codes = (answer: unknown) => [...JSON.stringify(answer).matchAll(/"code":\{"enum":\[([^\]]*)\]/g)].flatMap(([, list = '']) => list.split(',').map((code) => code.slice(1, -1)))
  return new Map(Object.entries(responses).map(([status, answer]) => [Number(status), new Set(codes(answer))]))
}

/** A value that fits the schema: often one that was seen under this name, sometimes at the edge of what is allowed. */
function fitting(schema: Schema, name: string, { dice, known }: { dice: Dice; known: Known }): unknown {
  const chance = { dice, known }
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return dice.pick(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fitting(dice.pick(choices), name, chance)
  const type = Array.isArray(schema.type) ? dice.pick(schema.type) : schema.type
  if (type === 'object') return fittingObject(schema, chance)
  if (type === 'array') return dice.times(fewItems(schema, dice), () => fitting(schema.items ?? {}, name, chance))
  if (type === 'boolean') return dice.one(2)
  if (type === 'null') return null
  const seen = dice.one(8) ? undefined : known.of(name)
  if (type === 'integer' || type === 'number') return typeof seen === 'number' ? seen : dice.one(2) ? schema.minimum ?? 0 : dice.one(2) ? schema.maximum ?? 1 : 1 + dice.upTo(20)
  if (type === 'string') return typeof seen === 'string' && seen.length <= (schema.maxLength ?? Infinity) ? seen : fittingText(schema, dice)
  return seen ?? oddValue(dice)
}

function fewItems(schema: Schema, dice: Dice): number {
  const { minItems = 0, maxItems = 3 } = schema
  return dice.one(30) ? Math.min(maxItems, 200) : Math.min(maxItems, minItems + dice.upTo(3))
}

function fittingText({ minLength = 0, maxLength = 200, format }: Schema, dice: Dice): string {
  if (format === 'uuid') return '00000000-0000-7000-8000-000000000000'
  if (dice.one(12)) return 'é'.repeat(maxLength)
  if (dice.one(12)) return 'x'.repeat(minLength)
  const text = dice.one(2) ? oddText(dice) : 'Some plain words.'
  return text.slice(0, maxLength).padEnd(minLength, '.')
}

function fittingObject({ properties = {}, required = [] }: Schema, chance: { dice: Dice; known: Known }): Record<string, unknown> {
  const names = Object.keys(properties).filter((name) => required.includes(name) || chance.dice.one(3))
  return Object.fromEntries(names.map((name) => [name, fitting(properties[name] ?? {}, name, chance)]))
}

/** A request for an operation: from the description or from an input that is known to work, then usually one thing is made odd. */
export function requestFor(operation: Described, works: readonly Record<string, unknown>[], chance: { dice: Dice; known: Known }): Request {
  const { dice } = chance
  const from = works.length > 0 && !dice.one(3) ? structuredClone(dice.pick(works)) : fromDescription(operation, chance)
  const how = dice.pick(['as it is', 'one odd value', 'one odd value', 'one odd value', 'two odd values', 'without one', 'with one more', 'inherited key', 'odd body', 'odd address', 'odd headers'] as const)
  const input = how === 'one odd value' ? spoiled(from, dice) : how === 'two odd values' ? spoiled(spoiled(from, dice), dice)
    : how === 'without one' ? without(from, dice) : how === 'with one more' ? { ...from, [dice.pick(['workspaceId', 'role', 'id', 'number', 'limit', 'cursor', ''])]: oddValue(dice) }
      : how === 'inherited key' ? JSON.parse(`{${JSON.stringify(dice.pick(['__proto__', 'constructor']))}:${JSON.stringify(dice.pick([{ x: 1 }, 'x', []]))},${JSON.stringify(from).slice(1)}`.replace(',}', '}')) as Record<string, unknown> : from
  return { ...put(operation, input, how, dice), how }
}

function fromDescription({ parameters, body }: Described, chance: { dice: Dice; known: Known }): Record<string, unknown> {
  const wanted = parameters.filter((one) => one.required || chance.dice.one(3))
  return { ...Object.fromEntries(wanted.map((one) => [one.name, fitting(one.schema, one.name, chance)])), ...(body && fittingObject(body, chance)) }
}

/** One value of a copy, however deep, is replaced by something else. */
function spoiled(copy: Record<string, unknown>, dice: Dice): Record<string, unknown> {
  let place: Record<string, unknown> | unknown[] = copy
  for (;;) {
    const keys = Object.keys(place)
    if (keys.length === 0) return copy
    const key = dice.pick(keys) as keyof typeof place
    const value = place[key] as unknown
    if (typeof value === 'object' && value !== null && Object.keys(value).length > 0 && !dice.one(3)) { place = value as Record<string, unknown>; continue }
    place[key] = (typeof value === 'string' && dice.one(2) ? oddText(dice) : typeof value === 'number' && dice.one(2) ? oddNumber(dice) : oddValue(dice)) as never
    return copy
  }
}

function without(input: Record<string, unknown>, dice: Dice): Record<string, unknown> {
  const keys = Object.keys(input)
  const gone = keys.length > 0 ? dice.pick(keys) : ''
  return Object.fromEntries(Object.entries(input).filter(([key]) => key !== gone))
}

const asText = (value: unknown): string => typeof value === 'object' ? JSON.stringify(value) : String(value)
/** Broken Unicode cannot stand in an address; the server gets it as bytes that are no UTF-8. */
const escaped = (value: unknown): string => asText(value).isWellFormed() ? encodeURIComponent(asText(value)) : '%ed%a0%80'

function put(operation: Described, input: Record<string, unknown>, how: string, dice: Dice): Omit<Request, 'how'> {
  const inPath = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name)
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name))
  let url = `/api/v1${operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => escaped(input[name]))}`
  const asQuery = operation.method === 'GET' || operation.takesFile
  if (asQuery && rest.length > 0) url += `?${rest.flatMap(([name, value]) => (Array.isArray(value) ? value.slice(0, 300) : [value]).map((one) => `${escaped(name)}=${escaped(one)}`)).join('&')}`
  if (how === 'odd address') url = oddAddress(url, dice)
  const headers: Record<string, string> = operation.method === 'GET' ? {} : { 'content-type': operation.takesFile ? 'application/octet-stream' : 'application/json' }
  if (how === 'odd headers') Object.assign(headers, oddHeaders(dice))
  const json = JSON.stringify(Object.fromEntries(rest))
  const payload = operation.method === 'GET' ? null : operation.takesFile ? Buffer.from(oddText(dice)) : how === 'odd body' ? oddBody(dice, json) : Buffer.from(json)
  return { name: operation.name, method: how === 'odd headers' && dice.one(4) ? dice.pick(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'POST', 'GET']) : operation.method, url: url.slice(0, 20_000), headers, payload }
}

function oddAddress(url: string, dice: Dice): string {
  const at = '/api/v1/'.length + dice.upTo(Math.max(1, url.length - '/api/v1/'.length))
  const piece = dice.pick(['%00', '%ff', '%', '%e0%80', '//', '/../', '/.', ';', '?', '#', '%2f', '%2e%2e', '?a=1&a=2', '&__proto__[x]=1', '[]=1', '/'.repeat(50), 'x'.repeat(5000), '%25', '+', '\\'])
  return url.slice(0, at) + piece + (dice.one(2) ? url.slice(at) : '')
}

const oddHeaders = (dice: Dice): Record<string, string> => dice.pick<Record<string, string>>([
  { 'content-type': dice.pick(ODD_TYPES) }, { 'content-type': dice.pick(ODD_TYPES) }, { 'idempotency-key': dice.pick(['', ' ', 'x'.repeat(201), '{}', '__proto__']) }, { cookie: 'longhand_session=x; longhand_session=y; =; a=%ff' },
  { range: dice.pick(['bytes=0-0', 'bytes=-1', 'bytes=5-1', 'bytes=0-99999999999999999999', 'x']) }, { 'if-none-match': '*', 'if-modified-since': 'x' }, { accept: 'text/html' }, { 'accept-language': 'x'.repeat(3000) }, { origin: 'null' }, { 'user-agent': '\t' }, { 'x-http-method-override': 'DELETE' }, { expect: 'x' },
])
