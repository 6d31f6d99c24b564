import { afterAll, beforeAll, expect, test } from 'vitest'
import { postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { axeReader } from '../../axe.test-kit.ts'
import { openAppSite } from '../../ui/app-site.test-kit.ts'
import type { AppSite } from '../../ui/app-site.test-kit.ts'

const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: 'light' } as const

describeOnNewest('jumping by the keyboard alone', (on) => {
  let site: AppSite
  let number: number
  beforeAll(async () => {
    site = await openAppSite(on)
    await site.app.person('Kenji Mori')
    number = (await site.app.owner.call(postThread, { spaceId: site.app.spaceId, kind: 'thread', title: 'Batches stop at duplicates', body: 'Always.' })).number
  })
  afterAll(() => site.close())

  test('to a person, a thread by the beginning of a word, a number, and where one was lately', async () => {
    const page = await site.open('/')
    await page.keyboard.press('t')
    const field = page.getByRole('combobox', { name: 'Find a space, a person or something written' })
    await field.fill('mor')
    await page.getByRole('option', { name: /Kenji Mori/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/people/**')

    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: /^Find a command/ }).fill('batch')
    await page.getByRole('option', { name: /Batches stop at duplicates/ }).waitFor()
    await page.locator('[data-highlighted]', { hasText: 'Batches stop' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${number}`)
    await page.locator('#main h1').waitFor()

    await page.goto(`${site.url}/keys`)
    await page.locator('#main h1').waitFor()
    await page.keyboard.press('t')
    await page.getByRole('group', { name: 'Where you were lately' }).getByRole('option').first().waitFor()
    await expect.poll(() => page.getByRole('group', { name: 'Where you were lately' }).getByRole('option').allTextContents()).toEqual([expect.stringContaining('Batches stop'), expect.stringContaining('Kenji Mori')])
    await field.fill(`#${number}`)
    await page.getByRole('group', { name: 'Written' }).getByRole('option', { name: /Batches stop/ }).waitFor()
    expect(await (await axeReader())(page, { within: ['.palette'] })).toEqual([])
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
  })

  test('to a page of the sidebar and a part of the settings', async () => {
    const page = await site.open('/')
    const goTo = async (typed: string, name: string) => {
      await page.keyboard.press('ControlOrMeta+k')
      await page.getByRole('combobox', { name: /^Find a command/ }).fill(typed)
      await page.locator('[data-highlighted]', { hasText: name }).waitFor()
      await page.keyboard.press('Enter')
    }
    await goTo('invite', 'Go to members')
    await page.waitForURL('**/members')
    await goTo('password', 'Change your password')
    await page.waitForURL('**/settings#password')
    await page.getByRole('heading', { name: 'Password' }).waitFor()
    await expect.poll(() => page.getByRole('heading', { name: 'Password' }).evaluate((title) => title.getBoundingClientRect().top < window.innerHeight)).toBe(true)
    await page.close()
  })

  test('fits a phone', async () => {
    const page = await site.open('/', { look: PHONE })
    await page.keyboard.press('t')
    await page.getByRole('combobox').fill('batch')
    await page.getByRole('option', { name: /Batches stop/ }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(await page.locator('.palette').evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true)
  })
})
