import { createToken } from '#contract/access.ts'
import { addSpaceMember } from '#contract/spaces.ts'
import { changeRole } from '#contract/members.ts'
import { canonical, linkText, NO_LINK } from '#domain/audit/chain.ts'
import type { AuditHead } from '#domain/audit/chain.ts'
import { sha256, tellAudit } from '#server/platform/audit/chain.ts'
import { auditPage, followChain, linkOf } from '#server/platform/audit/check.ts'
import type { AuditRow } from '#server/platform/audit/check.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Somebody with the whole database in their hands does this at one place of the log. */
type Tampering = (tx: Db, at: number) => Promise<unknown>

describeOnBoth('somebody with the database in their hands', (on) => {
  let app: TestApp
  let rows: readonly AuditRow[]
  let kept: AuditHead
  beforeAll(async () => {
    app = await startTestApp(on)
    for (const name of ['Ana', 'Ben', 'Cleo', 'Dora']) {
      const one = await app.person(name)
      await app.owner.call(changeRole, { id: one.id, role: 'admin' })
      await one.call(createToken, { label: 'Script' })
      await app.owner.call(addSpaceMember, { id: app.spaceId, personId: one.id })
    }
    ;({ rows, head: kept } = await auditPage(app.app.platform.db, app.workspaceId, { from: 0, limit: 500 }))
    if (rows.length < 10) throw new Error(`The log has ${rows.length} lines only.`)
  })
  afterAll(() => app.stop())

  const ws = () => app.workspaceId
  const set = (what: string): Tampering => (tx, at) => sql`update audit_line set ${sql.raw(what)} where workspace_id = ${ws()} and seq = ${at}`.execute(tx)
  const drop: Tampering = (tx, at) => sql`delete from audit_line where workspace_id = ${ws()} and seq = ${at}`.execute(tx)
  /** Writes every line from one on anew, with hashes that fit, and the head with them. */
  const writeAnew: Tampering = async (tx, at) => {
    const changed = await auditRowsIn(tx)
    let before: AuditHead = at === 1 ? NO_LINK : { seq: at - 1, hash: changed[at - 2]!.hash.toString('hex') }
    for (const row of changed.slice(at - 1)) {
      const link = linkOf(ws(), row)
      const contentHash = sha256(canonical({ ...link.content!, deed: row.seq === at ? 'space.left' : row.deed }))
      before = { seq: row.seq, hash: sha256(linkText(before, row.seq, contentHash)) }
      await sql`update audit_line set deed = ${row.seq === at ? 'space.left' : row.deed}, content_hash = decode(${contentHash}, 'hex'), hash = decode(${before.hash}, 'hex') where workspace_id = ${ws()} and seq = ${row.seq}`.execute(tx)
    }
    await sql`update audit_head set hash = decode(${before.hash}, 'hex') where workspace_id = ${ws()}`.execute(tx)
  }
  const auditRowsIn = async (tx: Db) => (await sql<AuditRow>`select * from audit_line where workspace_id = ${ws()} order by seq`.execute(tx)).rows
  const cutFrom: Tampering = async (tx, at) => {
    await sql`delete from audit_line where workspace_id = ${ws()} and seq >= ${at}`.execute(tx)
    await sql`update audit_head set (seq, hash) = (select ${at} - 1, coalesce((select hash from audit_line where workspace_id = ${ws()} and seq = ${at} - 1), decode(${NO_LINK.hash}, 'hex'))) where workspace_id = ${ws()}`.execute(tx)
  }
  const swap: Tampering = async (tx, at) => {
    const other = at === 1 ? 2 : at - 1
    const [one, two] = [rows[at - 1]!, rows[other - 1]!]
    for (const [to, from] of [[at, two], [other, one]] as const) await sql`update audit_line set id = ${from.id}, deed = ${from.deed}, facts = ${JSON.stringify(from.facts)}::jsonb, person_id = ${from.person_id}, content_hash = ${from.content_hash} where workspace_id = ${ws()} and seq = ${to}`.execute(tx)
  }

  /** What a chain shows by itself. */
  const SHOWN: Readonly<Record<string, Tampering>> = {
    'another moment': set("at = at + interval '1 second'"), 'another deed': set("deed = deed || '-'"), 'somebody else did it': set("actor_id = '00000000-0000-7000-8000-000000000009'"), 'nobody did it': set('actor_id = null, id = gen_random_uuid()'),
    'by another way': set("via = case via when 'web' then 'cli' else 'web' end"), 'to somebody else': set("person_id = '00000000-0000-7000-8000-000000000009'"), 'in another space': set("space_id = '00000000-0000-7000-8000-000000000009'"),
    'of another thing': set("thing_id = '00000000-0000-7000-8000-000000000009'"), 'one fact more': set(`facts = facts || '{"note": "x"}'::jsonb`), 'another id': set('id = gen_random_uuid()'),
    'other facts, with their hash': async (tx, at) => {
      const link = linkOf(ws(), rows[at - 1]!)
      const contentHash = sha256(canonical({ ...link.content!, facts: { role: 'owner' } }))
      await sql`update audit_line set facts = '{"role": "owner"}'::jsonb, content_hash = decode(${contentHash}, 'hex') where workspace_id = ${ws()} and seq = ${at}`.execute(tx)
    },
    'another hash of its content': set("content_hash = sha256('x')"), 'another hash': set("hash = sha256('x')"), 'a line deleted': drop,
    'a line deleted, and those after it moved up': async (tx, at) => {
      await drop(tx, at)
      for (const { seq } of rows.slice(at)) await sql`update audit_line set seq = seq - 1 where workspace_id = ${ws()} and seq = ${seq}`.execute(tx)
      await sql`update audit_head set seq = seq - 1 where workspace_id = ${ws()}`.execute(tx)
    },
    'two lines swapped': swap,
    'a line of before put in again at the end': async (tx, at) => sql`insert into audit_line select workspace_id, ${kept.seq + 1}, id, at, deed, actor_id, via, person_id, space_id, thing_id, facts, content_hash, hash from audit_line where workspace_id = ${ws()} and seq = ${at}`.execute(tx),
    'the end cut, and the head left': (tx, at) => sql`delete from audit_line where workspace_id = ${ws()} and seq >= ${at}`.execute(tx),
    'the head set back': (tx, at) => sql`update audit_head set seq = ${at} - 1 where workspace_id = ${ws()}`.execute(tx),
    'the head taken away, with the line': async (tx, at) => { await sql`delete from audit_head where workspace_id = ${ws()}`.execute(tx); await drop(tx, at) },
    'the line moved behind the end': (tx, at) => sql`update audit_line set seq = ${kept.seq + 5} where workspace_id = ${ws()} and seq = ${at}`.execute(tx),
    'its facts emptied': set("facts = case facts when '{}'::jsonb then '{\"x\": \"y\"}'::jsonb else '{}'::jsonb end"),
  }
  /** What it shows only against a head that was kept elsewhere: the log is whole, and is another one. */
  const ONLY_AGAINST_KEPT: Readonly<Record<string, Tampering>> = {
    'the end cut, with the head': cutFrom, 'written anew from there on, with the head': writeAnew,
    'the end cut, with the head, and another line told': async (tx, at) => {
      await cutFrom(tx, at)
      await tellAudit(tx, { workspaceId: ws(), actorId: app.owner.id, via: 'web', now: app.app.platform.clock.now() }, { deed: 'space.left', spaceId: app.spaceId })
    },
  }
  /** At the beginning, near it, in the middle, and at the end. */
  const places = () => [1, 2, Math.ceil(rows.length / 2), rows.length]

  /** Tampers, follows the chain, and takes everything back. */
  const found = (tamper: Tampering, at: number, against: readonly AuditHead[] = []) => app.app.platform.db.transaction().execute(async (tx) => {
    await tamper(tx, at)
    const { faults } = await followChain(tx, ws(), against)
    throw new TakenBack(faults.length > 0)
  }).catch((error: unknown) => {
    if (error instanceof TakenBack) return error.found
    throw error
  })

  test('cannot change the log unseen: 100 ways at four places of it, the last 12 against a head that was kept elsewhere', async () => {
    const unseen: string[] = []
    let tried = 0
    for (const [name, tamper] of Object.entries(SHOWN)) for (const at of places()) {
      tried += 1
      if (!await found(tamper, at)) unseen.push(`${name} at ${at}`)
    }
    for (const [name, tamper] of Object.entries(ONLY_AGAINST_KEPT)) for (const at of places()) {
      tried += 1
      if (!await found(tamper, at, [kept])) unseen.push(`${name} at ${at}`)
    }
    expect(unseen).toEqual([])
    expect(tried).toBe(100)
    figure({ gate: 'G19', what: 'tamperings with the audit log that were found, 12 of them against a head kept elsewhere', value: tried - unseen.length, wanted: '100', met: unseen.length === 0, postgres: String(on.version) })
  })

  test('can write it anew where nobody kept a head: a chain alone does not show that', async () => {
    for (const tamper of Object.values(ONLY_AGAINST_KEPT)) expect(await found(tamper, rows.length)).toBe(false)
  })
})

class TakenBack extends Error {
  readonly found: boolean
  constructor(wasFound: boolean) { super('taken back'); this.found = wasFound }
}
