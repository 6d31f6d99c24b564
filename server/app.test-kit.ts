import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeClient } from '#contract/client.ts'
import type { Call } from '#contract/client.ts'
import { setUpWorkspace } from '#contract/account.ts'
import type { MeView } from '#contract/account.ts'
import { ProblemError } from '#contract/problem.ts'
import type { GivenTo, OutputOf } from '#contract/operation.ts'
import type { Interval, Weekday } from '#domain/time/types.ts'
import type { App, AppSettings } from './app.ts'
import { createApp } from './app.ts'
import { freshToken } from './platform/auth/tokens.ts'
import { SCOPES } from '#contract/scopes.ts'
import type { Mail, MailSender } from './platform/channels/mail.ts'
import type { TestDb } from './platform/db/db.test-kit.ts'
import type { S3Settings } from './platform/files/s3-store.ts'
import { advance } from './platform/jobs/advance.ts'
import { newId } from './platform/ids.ts'
import { readAllowed } from './platform/outbound-target.ts'
import { addPerson } from './people/public.ts'
import { addMember } from './spaces/public.ts'
import { makeAct, systemActor } from './platform/act.ts'
import type { Act } from './platform/act.ts'
import type { Role } from '#domain/policy.ts'

/** A Monday in the week before Europe changes its clocks: 07:00 in London, 08:00 in Berlin, 16:00 in Tokyo. */
const MONDAY = '2026-03-23T07:00:00Z'

export type TestPerson = { id: string; token: string; call: Call }
export type TestApp = {
  app: App; mails: Mail[]; workspaceId: string; spaceId: string; owner: TestPerson
  /** Where files lie; not there before the first one. */
  filesIn: string
  /** Somebody new in the workspace and in its first space, with a session. */
  person(name: string, options?: { zone?: string; role?: Role; weeks?: Interval[][]; joins?: boolean }): Promise<TestPerson>
  /** Moves the clock; everything due on the way has happened when it returns. Waits `sendingMs` at most for other processes that send. */
  advanceTo(at: string, sendingMs?: number): Promise<void>
  /** Runs commands directly, as Longhand itself, in one transaction. */
  asSystem<T>(work: (act: Act) => Promise<T>): Promise<T>
  visitor: Call
  /** What set-up answered for those it invited. */
  setUpInvites: OutputOf<typeof setUpWorkspace>['invites']
  /** Speaks with any token. */
  as(token: string): Call
  /** One more session of somebody, of this workspace unless another is given. */
  sessionOf(personId: string, workspaceId?: string): Promise<TestPerson>
  stop(): Promise<void>
}

/** The code of the refusal that a call ends in, for tests; says so when there was none. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(() => 'no refusal', (error: unknown) => error instanceof ProblemError ? error.problem.code : String(error))

/** Monday to Friday with these times. */
export const weekdays = (start: string, end: string): Interval[] => ([1, 2, 3, 4, 5] as Weekday[]).map((day) => ({ day, start, end }))

type Options = {
  clock?: string
  /** False for a server without mail, which keeps mails in the outbox. */
  mail?: boolean
  /** Lets mails come in, on any free port: `app.app.mailInPort`. */
  mailIn?: { lmtp?: boolean; trust?: string }
  /** Sends mails in place of the recorder. */
  sender?: MailSender
  workspace?: Partial<GivenTo<typeof setUpWorkspace>>
  /** Hosts that the server may call, such as a receiver of a test. */
  outboundAllow?: readonly string[]
  /** A stub of a model that orders passages. */
  model?: AppSettings['model']
  /** A built web, for tests that look at pages; those also let `app.http` listen. */
  webDir?: string
  /** A replica of the suite's database. */
  replicaUrl?: string
  /** Keeps files in a store that speaks S3 instead of a folder of this test. */
  s3?: S3Settings
}

/** The whole server on a suite's database under a development clock, with an owner in Berlin and a recording mail sender. */
export async function startTestApp(on: Pick<TestDb, 'url'>, options: Options = {}): Promise<TestApp> {
  const mails: Mail[] = []
  const { clock = MONDAY, mail: mailWorks = true, mailIn, sender = async (mail: Mail) => { mails.push(mail) }, workspace = {}, outboundAllow = [], webDir, s3, model = null, replicaUrl = null } = options
  const filesIn = join(tmpdir(), `longhand-files-${randomUUID()}`)
  const app = await createApp({
    databaseUrl: on.url, replicaUrl, clockStart: Temporal.Instant.from(clock), smtp: null,
    ...(mailWorks && { sender }),
    files: { folder: filesIn, s3: s3 ?? null }, webDir: webDir ?? null, logLevel: 'fatal', triesPerMinute: 10_000, publicUrl: 'http://longhand.test', outboundAllow: readAllowed(outboundAllow.join()), model,
    ...(mailIn && { mailIn: { lmtp: mailIn.lmtp ?? false, host: '127.0.0.1', port: 0, domain: 'ws.example', trust: mailIn.trust ?? null } }),
  })
  const client = (token?: string) => makeClient({ base: 'http://longhand.test', newKey: randomUUID, fetch: injectedInto(app), ...(token && { token }) })
  const { me, invites } = await client()(setUpWorkspace, {
    workspace: 'Acme', name: 'Olga Owner', email: 'olga@example.com', password: 'a long password', zone: 'Europe/Berlin',
    weeks: [weekdays('09:00', '17:00')], preset: '002', ...workspace,
  })
  const workspaceId = me.workspace.id
  const spaceId = firstSpace(me)
  const asSystem = <T>(work: (act: Act) => Promise<T>) => app.platform.db.transaction()
    .execute((tx) => work(makeAct(app.platform, { tx, now: app.platform.clock.now(), actor: systemActor(workspaceId) })))
  const sessionFor = async (id: string, inWorkspace = workspaceId): Promise<TestPerson> => {
    const token = await sessionToken(app, inWorkspace, id)
    return { id, token, call: client(token) }
  }
  return {
    app, mails, workspaceId, spaceId, asSystem, filesIn, visitor: client(), setUpInvites: invites, as: client, sessionOf: sessionFor, owner: await sessionFor(me.person.id),
    async person(name, { zone = 'Europe/Berlin', role = 'member', weeks = [weekdays('09:00', '17:00')], joins = true } = {}) {
      const id = await asSystem(async (act) => {
        const made = await addPerson(act, { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`, role, zone, weeks, state: 'active', passwordHash: null })
        if (joins) await addMember(act, spaceId, made)
        return made
      })
      return sessionFor(id)
    },
    async advanceTo(at, sendingMs) {
      if (!app.development) throw new Error('This server has no development clock.')
      await advance(app.platform, app.development, app.worker, Temporal.Instant.from(at), sendingMs)
    },
    async stop() {
      await app.stop()
      await rm(filesIn, { recursive: true, force: true })
    },
  }
}

function firstSpace(me: MeView): string {
  const [space] = me.spaces
  if (!space) throw new Error('Set-up made no space.')
  return space.id
}

async function sessionToken(app: App, workspaceId: string, personId: string): Promise<string> {
  const { token, hash } = freshToken('session', workspaceId)
  const now = app.platform.clock.now()
  await app.platform.db.insertInto('credential').values({
    workspace_id: workspaceId, id: newId(now), person_id: personId, kind: 'session', secret_hash: hash, scopes: [...SCOPES], label: 'test',
    created_by: null, created_at: now, expires_at: null, last_used_at: now, used_at: null, revoked_at: null,
  }).execute()
  return token
}

/** `fetch` that goes straight into the server, without a socket. */
export function injectedInto(app: App): typeof fetch {
  return async (url, init) => {
    const { pathname, search } = new URL(String(url))
    const answer = await app.http.inject({
      method: (init?.method ?? 'GET') as 'GET', url: pathname + search, headers: init?.headers as Record<string, string>,
      ...(typeof init?.body === 'string' && { payload: init.body }), ...(init?.body instanceof Blob && { payload: Buffer.from(await init.body.arrayBuffer()) }),
    })
    return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]) })
  }
}
