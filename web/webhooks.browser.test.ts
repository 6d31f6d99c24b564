import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postWrap } from '#contract/handoffs.ts'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { startReceiver } from '#server/platform/channels/receiver.test-kit.ts'
import type { Receiver } from '#server/platform/channels/receiver.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { axeReader, LOOKS, looksReader } from './axe.test-kit.ts'
import { openSite } from './ui/site.test-kit.ts'
import type { Site } from './ui/site.test-kit.ts'

describeOnNewest('the pages of webhooks', (on) => {
  let site: Site
  let app: TestApp
  let receiver: Receiver
  let url: string
  let findings: (page: Page) => Promise<string[]>
  let inEveryLook: (page: Page) => Promise<string[]>
  beforeAll(async () => {
    site = await openSite()
    findings = await axeReader()
    inEveryLook = await looksReader()
    receiver = await startReceiver()
    app = await startTestApp(on, { webDir: site.folder, outboundAllow: [receiver.host] })
    url = await app.app.http.listen({ host: '127.0.0.1', port: 0 })
    app.app.setPublicUrl(url)
  })
  afterAll(async () => {
    await app.stop()
    await receiver.stop()
    await site.close()
  })

  const open = async (path: string): Promise<Page> => {
    const context = await site.browser.newContext({ ...LOOKS[0], reducedMotion: 'reduce' })
    await context.addCookies([{ name: SESSION_COOKIE, value: app.owner.token, url, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    await page.goto(url + path)
    await page.locator('#main h1').waitFor()
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
    return page
  }
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

  test('a webhook is added, its secret is shown once, and its log sends again', async () => {
    receiver.says = '<script>document.title = "taken over"</script>'
    const page = await open('/webhooks')
    await press(page, 'Add a webhook')
    await press(page, 'Add the webhook')
    await page.getByText('Say where it listens.').first().waitFor()
    await page.getByLabel('Its address').fill('https://127.0.0.1/')
    await page.getByLabel('A wrap was signed').check()
    await press(page, 'Add the webhook')
    await page.getByText('127.0.0.1 is inside a private network, which is not called.').first().waitFor()
    await page.getByLabel('Its address').fill(`${receiver.url}/hook`)
    await press(page, 'Add the webhook')
    const secret = page.getByRole('textbox', { name: `Secret for ${receiver.host}` })
    await expect.poll(() => secret.inputValue()).toMatch(/^whsec_[\w+/]{43}=$/)
    await press(page, 'I have it')
    await secret.waitFor({ state: 'detached' })
    await page.getByText(`${receiver.host} is told of wrap.signed`).first().waitFor()
    await page.getByRole('link', { name: `Look at its log: ${receiver.host}` }).click()
    await app.owner.call(postWrap, { spaceId: app.spaceId, state: 'All green.', nextAction: 'Resume batch 5.', mostImportant: 'The ledger is moved.' })
    await press(page, 'Send a test')
    await page.getByText('webhook.test').first().waitFor()
    await page.getByText('Taken.').nth(1).waitFor()
    await press(page, 'Send again: webhook.test')
    await page.getByText('Taken after two tries.').first().waitFor()
    await page.locator('summary').first().click()
    await page.getByText('document.title').first().waitFor()
    await expect.poll(() => page.title()).toContain('Webhook')
    expect(receiver.got).toHaveLength(3)
    await page.context().close()
  })

  test('axe finds nothing on them, and nothing is too wide', async () => {
    const list = await open('/webhooks')
    await press(list, 'Add a webhook')
    expect(await inEveryLook(list)).toEqual([])
    await press(list, 'Leave it')
    await list.getByRole('link', { name: /^Look at/ }).first().click()
    await list.getByText('The last thirty days').first().waitFor()
    await list.locator('summary').first().click()
    expect(await inEveryLook(list)).toEqual([])
    await list.context().close()
  })

  test('this device is told in words why it shows nothing, or asked', async () => {
    const page = await open('/settings')
    const section = page.getByRole('region', { name: 'When no page is open' })
    await section.getByText(/This device stays quiet|You have told this browser|This browser cannot/).first().waitFor()
    expect(await findings(page)).toEqual([])
    expect((await page.request.get(`${url}/sw.js`)).headers()['content-type']).toContain('javascript')
    await page.context().close()
  })
})
