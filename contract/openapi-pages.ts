/** What each group of operations is about, for readers of the description. */
export const TAGS: Readonly<Record<string, string>> = {
  account: 'Set-up, signing in, sessions, personal tokens and yourself.',
  invites: 'Letting people in.',
  members: 'Everybody in the workspace, for those who manage it.',
  outbox: 'Messages that leave, and where mail is off, those that wait to be handed over.',
  people: 'People, their working time, absences, swaps, holidays and roles.',
  spaces: 'Where entries stand, and who is in there.',
  entries: 'Everything written that has a number and a permalink.',
  drafts: 'What somebody is still writing; for its author alone.',
  wraps: 'The state of a shift, signed by who worked it.',
  batons: 'Items that are handed over and held until somebody accepts them.',
  brief: 'What a person reads first in a shift.',
  checkins: 'Standups, weekly forms and custom questions, each at the reader’s own hour.',
  files: 'Files that texts show, and their bytes.',
  audit: 'Who did what to rights, ways in and settings, as a chain of hashes.',
  agreement: 'The working agreement: text and settings, versioned together.',
  live: 'Telling open pages what changed.',
  health: 'For whoever runs the server.',
}

const okAnswer = (description: string) => ({ description, content: { 'application/json': { schema: { type: 'object', properties: { ok: { type: 'boolean' } } } } } })
/** These stand beside /api/v1, not below it. */
const atRoot = { servers: [{ url: '/', description: 'This server.' }] }
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })

/** Routes that are no operations: a stream, and answers for machines that watch the server. */
export const OTHER_PATHS: Readonly<Record<string, Record<string, unknown>>> = {
  '/events': {
    get: {
      operationId: 'live.events', tags: ['live'], summary: 'Streams what changed, so that an open page reads again.',
      description: 'Server-sent events. `event: news` carries the kind and ids of what changed, never its text; read it again through its operation. Reconnect with Last-Event-ID and nothing is missed.',
      security: [{ bearer: [] }, { cookie: [] }],
      parameters: [{ name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' }, description: 'The `id` of the last event received.' }],
      responses: { 200: { description: 'A stream that stays open.', content: { 'text/event-stream': { schema: { type: 'string' } } } }, 401: problem('Refused: not_signed_in.') },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'live.openapi', tags: ['live'], summary: 'This description.', description: 'The API in OpenAPI 3.1, made from the same table as the routes.', security: [],
      responses: { 200: { description: 'This document.', content: { 'application/json': { schema: { type: 'object' } } } }, 500: problem('A fault on our side.') },
    },
  },
  '/health/live': {
    ...atRoot,
    get: { operationId: 'health.live', tags: ['health'], summary: 'Says that the process answers.', description: 'Restart the process when this stops answering.', security: [], responses: { 200: okAnswer('It answers.'), 500: problem('A fault on our side.') } },
  },
  '/health/ready': {
    ...atRoot,
    get: { operationId: 'health.ready', tags: ['health'], summary: 'Says that the database answers too.', description: 'Send people here only while this answers 200.', security: [], responses: { 200: okAnswer('Ready.'), 503: okAnswer('The database does not answer.') } },
  },
}
