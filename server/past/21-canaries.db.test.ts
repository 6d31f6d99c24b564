import { createToken, listSessions, listTokens, requestMagicLink } from '#contract/access.ts'
import { signIn } from '#contract/account.ts'
import { OPERATIONS } from '#contract/index.ts'
import { changes } from '#contract/operation.ts'
import { invitePerson } from '#contract/members.ts'
import { addWebhook } from '#contract/webhooks.ts'
import { address } from '#contract/client.ts'
import { postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

const PASSWORD = 'Canary-password-Quetzalcoatl'
const MAKES_A_MONTH = 'demo.enter'
const ID = '00000000-0000-7000-8000-000000000000'

describeOnNewest('past/21: secrets', (on) => {
  let app: TestApp
  const secrets = new Map<string, string>()
  beforeAll(async () => {
    app = await startTestApp(on, { workspace: { password: PASSWORD } })
    secrets.set('a password', PASSWORD)
    secrets.set('a session', app.owner.token)
    secrets.set('a personal token', (await app.owner.call(createToken, { label: 'script', scopes: ['threads:read'] })).token)
    secrets.set('the secret of a webhook', (await app.owner.call(addWebhook, { url: 'https://example.com/hook', types: ['thread.moved'] })).secret)
    await app.visitor(signIn, { email: 'olga@example.com', password: PASSWORD })
    const invited = await app.owner.call(invitePerson, { email: 'new@example.com' })
    secrets.set('an invite', invited.link.split('/').at(-1) ?? '')
    await app.visitor(requestMagicLink, { email: 'olga@example.com' })
    await app.owner.call(postThread, { spaceId: app.spaceId, title: 'Talk', body: 'Words.' })
    await app.advanceTo('2026-03-23T12:00:00Z')
    const link = app.mails.flatMap((mail) => mail.body.links).map(({ url }) => url).find((url) => url.includes('lh_m_'))
    secrets.set('a sign-in link', link?.split('/').at(-1) ?? '')
    const instance = await on.db.selectFrom('instance').select(['secret', 'webhook_secret', 'vapid_private']).executeTakeFirstOrThrow()
    secrets.set('the secret of the instance', instance.secret.toString('base64url'))
    secrets.set('the same in hexadecimal', instance.secret.toString('hex'))
    secrets.set('the one that webhooks are signed with', instance.webhook_secret.toString('base64url'))
    secrets.set('the key of pushes', instance.vapid_private ?? 'never made')
    const hashed = await on.db.selectFrom('person').select('password_hash').where('id', '=', app.owner.id).executeTakeFirstOrThrow()
    secrets.set('the hash of a password', hashed.password_hash ?? '')
    const credentials = await on.db.selectFrom('credential').select(['kind', 'secret_hash']).execute()
    for (const [index, row] of credentials.entries()) secrets.set(`the hash of credential ${index} (${row.kind})`, row.secret_hash.toString('base64url'))
  })
  afterAll(() => app.stop())
  const foundIn = (text: string) => [...secrets].filter(([, secret]) => secret !== '' && text.includes(secret)).map(([name]) => name)

  test('are all known to this test', () => {
    for (const [name, secret] of secrets) expect([name, secret.length > 9]).toEqual([name, true])
  })

  test('stand in no answer to anything that is read, by whoever reads most', async () => {
    for (const operation of OPERATIONS.filter((one) => !changes(one) && one.name !== MAKES_A_MONTH)) {
      const named = Object.fromEntries([...operation.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, name === 'number' ? 1 : name === 'slot' ? 'x' : name === 'date' ? '2026-03-23' : ID]))
      const { url } = address('', operation, named)
      const answer = await app.app.http.inject({ method: 'GET', url, headers: { authorization: `Bearer ${app.owner.token}` } })
      expect([operation.name, foundIn(answer.body)]).toEqual([operation.name, []])
    }
    expect((await app.owner.call(listSessions, {})).sessions.length).toBeGreaterThan(1)
    expect((await app.owner.call(listTokens, {})).tokens.length).toBe(1)
  })

  test('stand in no table but as a hash, once what they were for has left', async () => {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(on.db)
    const places: string[] = []
    const allowed = new Set(['credential', 'instance', 'person'])
    for (const { name } of rows.filter((row) => !allowed.has(row.name))) {
      const { rows: found } = await sql<{ text: string }>`select to_jsonb(t)::text as text from ${sql.table(name)} t`.execute(on.db)
      for (const secret of foundIn(found.map(({ text }) => text).join('\n'))) places.push(`${name}: ${secret}`)
    }
    expect(places).toEqual([])
    const { rows: credentials } = await sql<{ text: string }>`select to_jsonb(t)::text as text from credential t`.execute(on.db)
    const plain = foundIn(credentials.map(({ text }) => text).join('\n')).filter((name) => !name.startsWith('the hash'))
    expect(plain).toEqual([])
  })

  test('stand in no event, and in no refusal of what was sent with them', async () => {
    const events = await on.db.selectFrom('event').select('payload').execute()
    expect(foundIn(JSON.stringify(events))).toEqual([])
    for (const operation of OPERATIONS.filter((one) => changes(one) && one.takes === 'json' && one.name !== MAKES_A_MONTH)) {
      const { url } = address('', operation, Object.fromEntries([...operation.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, name === 'number' ? 999 : ID])))
      const body = JSON.stringify({ password: PASSWORD, current: PASSWORD, token: PASSWORD, secret: PASSWORD })
      const answer = await app.app.http.inject({ method: operation.method as 'POST', url, headers: { 'content-type': 'application/json', authorization: `Bearer ${app.owner.token}` }, payload: body })
      expect([operation.name, answer.statusCode >= 400, foundIn(answer.body)]).toEqual([operation.name, true, []])
    }
  })
})
