import { answerAsk, declineAsk, postAsk, readAsk, reassignAsk, withdrawAsk } from '#contract/asks.ts'
import { readDecision, signDecision, withdrawDecision } from '#contract/decisions.ts'
import { acceptInvite, changeRole, deactivateMember, invitePerson } from '#contract/members.ts'
import { createPage, readPage, savePage } from '#contract/pages.ts'
import { startTeam } from '#server/decisions/decisions.test-kit.ts'
import type { Team } from '#server/decisions/decisions.test-kit.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { codeOf, weekdays } from '#server/app.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenFacts } from './invariants.test-kit.ts'

const LONG = process.env['LONGHAND_LONG'] === '1'
const CLIENTS = 8
/** How often each client tries in each race. */
const SAVES = sizeOf(400, 3)
const ROUNDS = sizeOf(400, 2)
const SLOW_MS = LONG ? 1_800_000 : 240_000

/** RELIABILITY G15: what eight clients were told, against what stands there afterwards. */
describeOnBoth('eight clients at one moment', (on) => {
  let team: Team
  let operations = 0
  beforeAll(async () => { team = await startTeam(on) })
  afterAll(() => team.app.stop())
  const say = (what: string, value: number, wanted: string, met: boolean) => figure({ gate: 'G15', what, value, wanted, met, postgres: String(on.version) })
  /** What all of them were told, in the order of the calls. */
  const atOnce = (call: (client: number) => Promise<unknown>): Promise<string[]> => {
    operations += CLIENTS
    return Promise.all(Array.from({ length: CLIENTS }, (_none, client) => codeOf(call(client))))
  }
  const won = (codes: readonly string[]): number => codes.filter((code) => code === 'no refusal').length

  test('no save of a page that was acknowledged is lost', async () => {
    const parts = Array.from({ length: CLIENTS }, (_none, client) => `## Part ${client}\n\nBegins.\n`)
    const { number } = await team.ana.call(createPage, { spaceId: team.app.spaceId, kind: 'reference', title: 'Shared', text: `# Shared\n\n${parts.join('\n')}` })
    const kept: string[] = []
    await Promise.all(parts.map(async (_part, client) => {
      for (let save = 0; save < SAVES; save += 1) {
        const line = `Line ${save} of client ${client}.`
        for (let stands = false; !stands;) {
          operations += 1
          const { version, text } = await team.ana.call(readPage, { number })
          const saved = await team.ana.call(savePage, { number, base: version, text: text.replace(`## Part ${client}\n`, `## Part ${client}\n\n${line}\n`) })
          stands = saved.outcome !== 'conflict'
        }
        kept.push(line)
      }
    }))
    const { text } = await team.ana.call(readPage, { number })
    const lost = kept.filter((line) => text.split(line).length !== 2)
    say('acknowledged saves of one page', kept.length, '', true)
    say('of them lost or there twice', lost.length, '0', lost.length === 0)
    expect(lost).toEqual([])
  }, SLOW_MS)

  test('a decision closes once', async () => {
    let wrong = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const { number } = await team.open({ roles: { accountableId: team.cleo.id } })
      const codes = await atOnce((client) => client % 2 === 0 ? team.cleo.call(signDecision, { number, optionId: 'shared' }) : team.cleo.call(withdrawDecision, { number, reason: 'Not now.' }))
      const { steps } = await team.cleo.call(readDecision, { number })
      if (won(codes) !== 1 || steps.filter(({ kind }) => kind === 'signed' || kind === 'withdrawn').length !== 1) wrong += 1
    }
    say('decisions that closed twice, or never', wrong, '0', wrong === 0)
    expect(wrong).toBe(0)
  }, SLOW_MS)

  test('an ask has one owner, and one end', async () => {
    let wrong = 0
    const readers = [team.ben, team.mei, team.cleo]
    for (let round = 0; round < ROUNDS; round += 1) {
      const { number } = await team.ana.call(postAsk, { spaceId: team.app.spaceId, title: `Race ${round}?`, kind: 'answer', to: team.ben.id })
      const codes = await atOnce((client) => [
        () => team.ana.call(reassignAsk, { number, to: (readers[client % 3] ?? team.mei).id }), () => team.ben.call(answerAsk, { number, body: 'Yes.' }),
        () => team.ana.call(withdrawAsk, { number }), () => team.ben.call(declineAsk, { number, reason: 'Not mine.' }),
      ][client % 4]?.() ?? Promise.resolve())
      const { steps, state, answererId } = await team.ana.call(readAsk, { number })
      const ends = steps.filter(({ kind }) => kind === 'answered' || kind === 'withdrawn').length
      if (won(codes) === 0 || ends > 1 || (['answered', 'withdrawn'].includes(state) ? ends !== 1 : ends !== 0) || answererId === null) wrong += 1
    }
    say('asks with two ends, or nobody who has them', wrong, '0', wrong === 0)
    expect(wrong).toBe(0)
  }, SLOW_MS)

  test('an invite lets one in', async () => {
    let wrong = 0
    for (let round = 0; round < Math.ceil(ROUNDS / 4); round += 1) {
      const { link } = await team.app.owner.call(invitePerson, { email: `new${round}@example.com` })
      const token = link.split('/').at(-1) ?? ''
      const codes = await atOnce((client) => team.app.visitor(acceptInvite, { token, name: `New ${client}`, password: 'a long password', zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')] }))
      if (won(codes) !== 1) wrong += 1
    }
    say('invites that let in none or two', wrong, '0', wrong === 0)
    expect(wrong).toBe(0)
  }, SLOW_MS)

  test('the last owner never leaves', async () => {
    let wrong = 0
    const other = await team.app.person('Otto', { role: 'owner' })
    const owners = [team.app.owner, other]
    const count = async () => (await on.db.selectFrom('person').select('id').where('workspace_id', '=', team.app.workspaceId).where('role', '=', 'owner').where('state', '=', 'active').execute()).map(({ id }) => id)
    for (let round = 0; round < ROUNDS; round += 1) {
      await atOnce((client) => {
        const [me, you] = client % 2 === 0 ? [owners[0], owners[1]] : [owners[1], owners[0]]
        return (me ?? other).call(client % 4 < 2 ? changeRole : deactivateMember, { id: (client % 3 === 0 ? me : you)?.id ?? '', role: 'member' } as never)
      })
      if ((await count()).length < 1) wrong += 1
      await on.db.updateTable('person').set({ role: 'owner', state: 'active', deactivated_at: null }).where('workspace_id', '=', team.app.workspaceId).where('id', 'in', owners.map(({ id }) => id)).execute()
      for (const [index, owner] of owners.entries()) owners[index] = await team.app.sessionOf(owner.id)
    }
    say('workspaces without an owner', wrong, '0', wrong === 0)
    expect(wrong).toBe(0)
  }, SLOW_MS)

  test('and all facts about the whole database hold afterwards', async () => {
    const broken = await brokenFacts(on.url)
    say('operations, eight at a time', operations, '80,000', operations >= 80_000)
    say('facts about the whole database that did not hold afterwards', broken.length, '0', broken.length === 0)
    expect(broken).toEqual([])
  })
})
