import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAgreement } from '#contract/agreement.ts'
import { readDecision, signDecision } from '#contract/decisions.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { fits } from '../axe.test-kit.ts'
import type { Look } from '../axe.test-kit.ts'
import { choose, CONTENT, openDecisions } from './site.test-kit.ts'
import type { DecisionSite } from './site.test-kit.ts'

const PHONE_DARK: Look = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }

describeOnNewest('what is done with a decision besides speaking', (on) => {
  let site: DecisionSite
  beforeAll(async () => { site = await openDecisions(on) })
  afterAll(() => site.stop())

  test('more time, other people, and going on without somebody, on a phone in the dark', async () => {
    const { number } = await site.make()
    const page = await site.open(`/${number}`, site.mei, PHONE_DARK)
    await page.getByRole('button', { name: 'Give it more time' }).click()
    const time = page.getByRole('form', { name: 'More time' })
    await time.getByLabel('Open until').fill('2026-03-24T09:00')
    await time.getByRole('button', { name: 'Give it more time' }).click()
    await time.getByRole('alert').waitFor()
    expect([await site.findings(page), await fits(page)]).toEqual([[], true])
    await time.getByLabel('Open until').fill('2026-04-20T17:00')
    await time.getByRole('button', { name: 'Give it more time' }).click()
    await time.waitFor({ state: 'detached' })
    expect((await site.mei.call(readDecision, { number })).deadline).toBe('2026-04-20T09:00:00Z')
    await page.getByRole('button', { name: 'Change who does what' }).click()
    const roles = page.getByRole('form', { name: 'Who does what' })
    await choose(page, 'Who is told', 'Ana')
    await roles.getByRole('list', { name: 'Who is told' }).getByText('Ana Duarte').first().waitFor()
    expect([await site.findings(page), await fits(page)]).toEqual([[], true])
    await roles.getByRole('button', { name: 'Keep the roles' }).click()
    await roles.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Go on without Ben Okafor' }).click()
    await page.getByRole('textbox', { name: 'Why it goes on without Ben Okafor' }).fill('He is on a mountain.')
    expect(await site.findings(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.getByText('is not waited for: He is on a mountain.').first().waitFor()
    await page.getByRole('button', { name: 'Sign “A table in Postgres”' }).waitFor()
    await site.shut(page)
  })

  test('a record is looked at again, and superseded by a newer one', async () => {
    const made = async (title: string) => {
      const { number } = await site.make({ roles: { accountableId: site.ana.id }, content: { ...CONTENT, title } })
      await site.ana.call(signDecision, { number, optionId: 'table' })
      return number
    }
    const [older, newer] = [await made('Mails in a table'), await made('Mails in a broker')]
    const page = await site.open(`/${older}`, site.ana, PHONE_DARK)
    await page.getByRole('button', { name: 'Look at it again' }).click()
    const review = page.getByRole('form', { name: 'Review' })
    await review.getByRole('button', { name: 'It was looked at again' }).click()
    await review.getByText('Say in a sentence whether it still holds.').first().waitFor()
    expect([await site.findings(page), await fits(page)]).toEqual([[], true])
    await review.getByLabel('Look at it again on').fill('2026-09-01')
    await review.getByRole('textbox', { name: 'What you found' }).fill('It holds: four a second.')
    await page.keyboard.press('Control+Enter')
    await review.waitFor({ state: 'detached' })
    await page.getByText('Review on Tuesday 1 September').first().waitFor()
    await page.getByRole('button', { name: 'It is superseded' }).click()
    const by = page.getByRole('form', { name: 'Superseded by' })
    await choose(page, 'The decision that holds now', 'broker')
    expect([await site.findings(page), await fits(page)]).toEqual([[], true])
    await by.getByRole('button', { name: 'Both pages show it' }).click()
    await page.getByText('which holds now.').first().waitFor()
    expect((await site.ben.call(readDecision, { number: newer })).supersedesLinks.map(({ number }) => number)).toEqual([older])
    await site.shut(page)
  })

  test('a change of the agreement is written in its text, shown as lines, and in force once it is signed', async () => {
    const page = await site.open('/decisions/new?template=agreement', site.app.owner, PHONE_DARK)
    const text = page.getByRole('textbox', { name: 'The whole agreement' })
    const line = '\n\nWe write decisions down.\n'
    await text.fill(`${(await text.inputValue()).trimEnd()}${line}`)
    await page.locator('ins', { hasText: 'We write decisions down.' }).waitFor()
    await page.getByRole('textbox', { name: 'Title' }).fill('Change how we work: write it down')
    await page.getByRole('textbox', { name: 'What has to be decided' }).fill('Whether decisions are written down.')
    expect([await site.findings(page), await fits(page)]).toEqual([[], true])
    await page.getByRole('button', { name: 'Open it for positions' }).click()
    await page.getByRole('button', { name: 'Sign “As proposed”' }).click()
    await page.getByText('Its change is in force.').first().waitFor()
    expect((await site.ana.call(readAgreement, {})).text).toContain('We write decisions down.')
    await site.shut(page)
  })
})
