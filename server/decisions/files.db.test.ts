import * as contract from '#contract/decisions.ts'
import { readFile } from '#contract/files.ts'
import { PNG, send } from '#server/files/files.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CONTENT, startTeam } from './decisions.test-kit.ts'
import type { Team } from './decisions.test-kit.ts'

describeOnNewest('pictures in the texts of a decision', (on) => {
  let team: Team
  beforeAll(async () => { team = await startTeam(on) })
  afterAll(() => team.app.stop())
  const sees = async (who: Team['ana'], id: string) => await codeOf(who.call(readFile, { id })) === 'no refusal'

  test('are seen by its readers once a text links to them, in any field, and no more once it does not', async () => {
    const { ana, ben } = team
    const [plan, other] = [await send(ana, 'plan.png', PNG), await send(ana, 'other.png', PNG)]
    expect(await sees(ben, plan.id)).toBe(false)
    const [first, ...rest] = CONTENT.options
    const { number, version, content } = await team.draft({ content: { ...CONTENT, options: [{ ...first, body: `As drawn:\n\n${plan.markdown}` }, ...rest] } })
    expect([await sees(ben, plan.id), await sees(ben, other.id)]).toEqual([true, false])
    await ana.call(contract.editDecision, { number, version, content: { ...content, context: other.markdown, options: CONTENT.options } })
    expect([await sees(ben, plan.id), await sees(ben, other.id)]).toEqual([false, true])
  })

  test('of somebody else are not shown by linking to them, and a link that leads nowhere is only words', async () => {
    const { ana, ben } = team
    const secret = await send(ana, 'secret.png', PNG)
    const made = await ben.call(contract.createDecision, { spaceId: team.app.spaceId, content: { ...CONTENT, context: `${secret.markdown} and [gone](/files/0195c0de-0000-7000-8000-00000000cafe/gone.png)` } })
    expect(made.content.context).toContain('gone.png')
    expect(await sees(ben, secret.id)).toBe(false)
  })
})
