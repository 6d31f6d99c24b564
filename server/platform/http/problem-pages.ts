import type { FastifyInstance } from 'fastify'
import type { RefusalCode } from '#domain/refusal.ts'

type Outage = 'unavailable' | 'disk_full' | 'unexpected'

/** What each code means and what helps, for who follows the `type` of a problem. */
const MEANINGS: Readonly<Record<RefusalCode | Outage, string>> = {
  bad_input: 'Something in the request has the wrong shape, is unknown, or cannot be. `issues` names each field. Nothing was stored.',
  not_signed_in: 'No session and no token came with the request, or it has ended: signed out, revoked, expired, or its person was deactivated.',
  wrong_credentials: 'The address and the password do not belong together. The answer is the same for addresses that nobody here has.',
  not_allowed: 'You see this, but may not do that to it. An owner or admin of the workspace can.',
  scope_missing: 'The token was made without the scope that this operation needs. Make another one under Settings. Or the workspace is entered with a passkey that you have yet to add.',
  foreign_origin: 'A browser sent your session along from another site, or without saying from where. Open Longhand itself.',
  not_found: 'There is nothing here, or nothing that you can see. The two are not told apart on purpose.',
  wrong_method: 'Something is at this address, and it takes other methods: those that `Allow` names.',
  conflict: 'Somebody, or an earlier request, was quicker, or what exists stands against it. Read again, then decide.',
  no_working_time: 'The calendar of the person has too little working time within a year, so no moment can be named.',
  link_used: 'A one-time link worked once and is over. Ask for a new one.',
  link_expired: 'The link is too old, was replaced, or what it was about has been settled.',
  too_large: 'Most requests may hold 1 MB, one with a page 6 MB, and a file 25 MB. Send less at once.',
  bad_range: 'The part of a file that `Range` asks for lies outside of it. `Content-Range` says how long it is.',
  cannot_be_read: 'A file or a text could not be read. The message names the place.',
  too_many: 'Too many tries in a short time. Wait as long as `Retry-After` says.',
  unavailable: 'The database, or the place where files are kept, does not answer at the moment. Try again after `Retry-After`; with the same Idempotency-Key nothing is done twice.',
  disk_full: 'The disk of the server is full. Reading goes on; writing resumes once there is space.',
  unexpected: 'A fault of ours. The server’s log has it; nothing was half-written.',
}

/** `GET /problems` and `GET /problems/:code`: the pages that the `type` of every problem leads to. */
export function addProblemPages(app: FastifyInstance): void {
  app.get('/problems', (_request, reply) => reply.type('text/html; charset=utf-8').send(page('What went wrong', Object.keys(MEANINGS))))
  app.get<{ Params: { code: string } }>('/problems/:code', (request, reply) => {
    const found = Object.keys(MEANINGS).filter((code) => code === request.params.code)
    return reply.status(found.length > 0 ? 200 : 404).type('text/html; charset=utf-8').send(page(found[0] ?? 'No such code', found))
  })
}

function page(title: string, codes: readonly string[]): string {
  const entries = codes.map((code) => `<h2 id="${code}"><code>${code}</code></h2><p>${MEANINGS[code as RefusalCode].replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Longhand</title>
<style>body{max-width:640px;margin:48px auto;padding:0 20px;font:17px/28px Georgia,serif;color-scheme:light dark}h1,h2{font-weight:500}a{color:LinkText}</style>
<main><h1>${title}</h1>${entries.join('') || '<p>Longhand has no problem with this code.</p>'}<p><a href="/problems">All codes</a> · <a href="/api/v1/openapi.json">API description</a></p></main></html>`
}
