import { REFUSALS } from '#domain/refusal.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import { changes, FILE_BODY, pathNames } from './operation.ts'
import type { AnyOperation } from './operation.ts'
import { OPERATIONS } from './index.ts'
import { OTHER_PATHS, TAGS } from './openapi-pages.ts'
import { inputSchema, SchemaShelf } from './openapi-schemas.ts'
import type { JsonSchema } from './openapi-schemas.ts'
import { Problem } from './problem.ts'
import { SCOPES } from './scopes.ts'

export type OpenApi = { openapi: '3.1.0'; info: object; servers: object[]; tags: object[]; paths: Record<string, Record<string, unknown>>; components: object }

/** What any operation may answer besides its own refusals, because the HTTP layer says it. */
const ALWAYS: readonly RefusalCode[] = ['bad_input']
const SIGNED_IN: readonly RefusalCode[] = ['not_signed_in', 'scope_missing']
const WRITES: readonly RefusalCode[] = ['foreign_origin', 'conflict', 'too_large', 'too_many']
const OPEN_WRITES: readonly RefusalCode[] = ['too_many', 'foreign_origin', 'too_large']

/**
 * The whole API as an OpenAPI 3.1 document, made from the operation table. `info.version` is the version of the
 * API, not of the program: it changes only when something breaks.
 */
export function openApi(operations: readonly AnyOperation[] = OPERATIONS): OpenApi {
  const shelf = new SchemaShelf()
  shelf.keep('Problem', Problem)
  const paths: OpenApi['paths'] = {}
  // By name, since modules list what they export in different orders under different loaders.
  const sorted = operations.toSorted((a, b) => a.name < b.name ? -1 : 1)
  for (const operation of sorted) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeOperation(operation, shelf) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Longhand', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      contact: { name: 'Whoever runs this server' },
      description: 'Wraps, batons, briefs, check-ins and the agreement of a team that works in writing. Instants are UTC, ISO 8601; people’s zones are IANA names. Every error is a problem document (RFC 9457) whose `code` is stable and whose `next` says what to do.',
    },
    servers: [{ url: '/api/v1', description: 'This server.' }],
    tags: tagsOf(sorted),
    paths: { ...paths, ...OTHER_PATHS },
    components: { schemas: shelf.schemas(), securitySchemes: SECURITY, parameters: { IdempotencyKey: IDEMPOTENCY_KEY } },
  }
}

const SECURITY = {
  bearer: { type: 'http', scheme: 'bearer', description: `A personal token or the token of a session. Scopes: ${SCOPES.join(', ')}.` },
  cookie: { type: 'apiKey', in: 'cookie', name: 'longhand_session', description: 'The session of a browser; writes are taken from Longhand’s own pages only.' },
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 },
  description: 'A fresh UUID for each new request and the same one for its repeats: a repeat gets the first answer and changes nothing.',
  example: '0f9b7a52-5c7e-4d0e-9a37-3c6f2d8e1b44',
}

/** What an operation that gives a file answers. */
const BYTES = {
  200: { description: 'The bytes.', content: { [FILE_BODY]: {}, 'image/*': {} } },
  206: { description: 'The bytes that `Range` asked for.', content: { [FILE_BODY]: {}, 'image/*': {} } },
}
const RANGE = { name: 'Range', in: 'header', required: false, schema: { type: 'string' }, description: 'A part of the file, such as `bytes=0-1023`; one range at a time.' }

/** `wraps.post` → `wraps`. */
const tagOf = ({ name }: AnyOperation): string => name.split('.')[0] ?? name

function tagsOf(operations: readonly AnyOperation[]): object[] {
  const names = [...new Set([...operations.map(tagOf), 'live', 'health'])]
  return names.map((name) => ({ name, description: TAGS[name] ?? `Everything about ${name}.` }))
}

function describeOperation(operation: AnyOperation, shelf: SchemaShelf): object {
  const { needs, does, name } = operation
  const { parameters, body } = partsOf(operation)
  return {
    operationId: name, summary: does, description: does, tags: [tagOf(operation)],
    ...(needs === 'anyone' ? { security: [] } : { security: [{ bearer: [] }, { cookie: [] }], 'x-longhand-scope': needs }),
    ...(operation.tool && { 'x-longhand-tool': name.replace('.', '_') }),
    parameters: [...parameters, ...(takesKey(operation) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []), ...(operation.gives === 'file' ? [RANGE] : [])],
    ...(body && { requestBody: { required: body.required !== undefined, content: { 'application/json': { schema: body } } } }),
    ...(operation.takes === 'file' && { requestBody: { required: true, description: 'The file as it is.', content: { [FILE_BODY]: {} } } }),
    responses: {
      ...(operation.gives === 'file' ? BYTES : { 200: { description: 'Done.', content: { 'application/json': { schema: shelf.place(operation.output) } } } }),
      ...refusalsOf(operation),
      500: problemAnswer('A fault on our side; nothing was half-written.', ['unexpected']),
      503: problemAnswer('The database does not answer at the moment; try again.', ['unavailable']),
    },
  }
}

const takesKey = (operation: AnyOperation): boolean => changes(operation) && operation.needs !== 'anyone'

/** The input, taken apart: names of the path, then the query of a GET or an upload, else the body. */
function partsOf(operation: AnyOperation): { parameters: object[]; body?: JsonSchema } {
  const { properties = {}, required = [], ...rest } = inputSchema(operation.input)
  const inPath = pathNames(operation.path)
  const parameters: object[] = inPath.map((name) => parameter('path', name, properties[name] ?? {}, true))
  const others = Object.keys(properties).filter((name) => !inPath.includes(name))
  if (operation.method === 'GET' || operation.takes === 'file') {
    return { parameters: [...parameters, ...others.map((name) => parameter('query', name, properties[name] ?? {}, required.includes(name)))] }
  }
  if (others.length === 0) return { parameters }
  const needed = required.filter((name) => others.includes(name))
  return {
    parameters,
    body: { ...rest, properties: Object.fromEntries(others.map((name) => [name, properties[name] ?? {}])), ...(needed.length > 0 && { required: needed }) },
  }
}

function parameter(where: 'path' | 'query', name: string, schema: JsonSchema, required: boolean): object {
  const { description, ...rest } = schema
  return { name, in: where, required, ...(description && { description }), schema: rest }
}

/** One answer for each status, listing the codes that come with it. */
function refusalsOf(operation: AnyOperation): Record<string, object> {
  const open = operation.needs === 'anyone'
  const fromHttp = changes(operation) ? (open ? OPEN_WRITES : WRITES) : []
  const codes = new Set<RefusalCode>([...ALWAYS, ...(open ? [] : SIGNED_IN), ...fromHttp, ...operation.refuses])
  const byStatus = new Map<number, RefusalCode[]>()
  for (const code of codes) byStatus.set(REFUSALS[code], [...byStatus.get(REFUSALS[code]) ?? [], code])
  return Object.fromEntries([...byStatus].map(([status, list]) => [status, problemAnswer(`Refused: ${list.join(', ')}.`, list)]))
}

function problemAnswer(description: string, codes: readonly string[]): object {
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: [...codes] } } }] }
  return { description, content: { 'application/problem+json': { schema } } }
}
