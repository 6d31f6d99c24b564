import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { listPages, savePage } from '#contract/pages.ts'
import { listThreads } from '#contract/threads.ts'
import { SESSION_COOKIE } from '#server/platform/auth/identify.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { LOOKS, looksReader } from '../axe.test-kit.ts'
import { openSite } from '../ui/site.test-kit.ts'
import type { Site } from '../ui/site.test-kit.ts'

describeOnNewest('the page of imports', (on) => {
  let site: Site
  let app: TestApp
  let url: string
  let folder: string
  let inEveryLook: (page: Page) => Promise<string[]>
  beforeAll(async () => {
    site = await openSite()
    inEveryLook = await looksReader()
    app = await startTestApp(on, { webDir: site.folder })
    url = await app.app.http.listen({ host: '127.0.0.1', port: 0 })
    app.app.setPublicUrl(url)
    folder = await mkdtemp(join(tmpdir(), 'longhand-export-'))
    await mkdir(join(folder, 'wharf'))
    await writeFile(join(folder, 'users.json'), JSON.stringify([{ id: 'U1', team_id: 'T1', real_name: 'Quin Quay' }]))
    await writeFile(join(folder, 'channels.json'), JSON.stringify([{ id: 'C1', name: 'wharf' }]))
    await writeFile(join(folder, 'wharf', '2019-05-06.json'), JSON.stringify([{ user: 'U1', text: 'Where does the *ferry* land?', ts: '1557136800.1' }, { user: 'U1', text: '', ts: '1557136801.1' }]))
  })
  afterAll(async () => {
    await app.stop()
    await site.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('a folder is looked at first, then brought in, and whoever it names can be said to be somebody', async () => {
    const context = await site.browser.newContext({ ...LOOKS[0], reducedMotion: 'reduce' })
    await context.addCookies([{ name: SESSION_COOKIE, value: app.owner.token, url, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    await page.goto(`${url}/import`)
    await page.getByText('Imports will stand here').first().waitFor()
    await page.getByLabel('Or the folder').setInputFiles(folder)
    await page.getByText('1 message in 1 conversation would come from slack:T1.').first().waitFor()
    expect((await app.owner.call(listThreads, { of: 'all' })).items).toEqual([])
    await page.getByRole('button', { name: 'Import it' }).click()
    await page.getByText('It is here. Nobody was told.').first().waitFor()
    await page.getByText('1 message in 1 conversation from Slack; 1 thing could not be read.').first().waitFor()
    await page.getByRole('button', { name: 'What could not be read: ' }).click()
    await page.getByText('This message holds no text.').last().waitFor()
    expect(await inEveryLook(page)).toEqual([])
    await page.getByRole('button', { name: 'Say who this is: Quin Quay' }).click()
    await page.getByLabel('Who Quin Quay is here').click()
    await page.getByRole('option', { name: 'Olga Owner' }).click()
    await page.getByRole('button', { name: 'This is Olga Owner' }).click()
    await page.getByText('People named by imports').first().waitFor({ state: 'detached' })
    expect((await app.owner.call(listThreads, { of: 'all' })).items.map(({ title, authorName, unread }) => [title, authorName, unread])).toEqual([['wharf, 6 May 2019', 'Olga Owner', 0]])
    await context.close()
  })

  test('a zip file and a mailbox come in as they are, and go again as long as nobody built on them', async () => {
    const zip = new ZipFile()
    zip.addBuffer(Buffer.from('# Tides\n\nHigh at nine.'), 'tides.md')
    zip.end()
    const context = await site.browser.newContext({ ...LOOKS[0], reducedMotion: 'reduce' })
    await context.addCookies([{ name: SESSION_COOKIE, value: app.owner.token, url, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    await page.goto(`${url}/import`)
    await page.getByLabel('The zip file').setInputFiles({ name: 'no.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') })
    await page.getByRole('alert').waitFor()
    await page.getByRole('radio', { name: 'Pages in Markdown' }).click()
    await expect.poll(() => page.getByRole('alert').count(), { message: 'what was wrong with a file of another kind is said no more' }).toBe(0)
    await page.getByLabel('The zip file').setInputFiles({ name: 'pier.zip', mimeType: 'application/zip', buffer: await buffer(zip.outputStream) })
    await page.getByText('1 page would come from pier').first().waitFor()
    await page.getByRole('button', { name: 'Import it' }).click()
    await page.getByText('1 page from Markdown').first().waitFor()
    expect(await page.getByRole('link', { name: 'See what came' }).getAttribute('href')).toBe('/pages')
    await page.getByRole('button', { name: 'Bring in something else' }).click()
    await page.getByRole('radio', { name: 'Mails' }).click()
    await page.getByLabel('The mbox file').setInputFiles({ name: 'team.mbox', mimeType: 'application/mbox', buffer: Buffer.from('From a Mon May  6 10:00:00 2019\nFrom: Ben <ben@x.example>\nSubject: Ebb\nMessage-ID: <1@x>\n\nAt noon\n') })
    await page.getByText('1 message in 1 conversation would come').first().waitFor()
    await page.getByRole('button', { name: 'Import it' }).click()
    await page.getByText('1 message in 1 conversation from mail').first().waitFor()

    const ebb = async () => (await app.owner.call(listThreads, { of: 'all' })).items.filter(({ title }) => title === 'Ebb').length
    expect(await ebb()).toBe(1)
    await page.getByRole('button', { name: 'Take it back: team.mbox' }).click()
    await page.getByRole('button', { name: 'See what would go' }).click()
    await page.getByText('This would go: 1 entry.').waitFor()
    expect(await ebb(), 'looking takes nothing').toBe(1)
    await page.getByRole('button', { name: 'Take it back', exact: true }).click()
    await page.getByText(/· taken back /).waitFor()
    expect(await ebb()).toBe(0)

    const [tides] = (await app.owner.call(listPages, {})).items
    await app.owner.call(savePage, { number: tides?.number ?? 0, base: 1, text: '# Tides\n\nHigh at ten.' })
    await page.getByRole('button', { name: 'Take it back: pier.zip' }).click()
    await page.getByRole('button', { name: 'See what would go' }).click()
    await page.getByText('somebody edited it').waitFor()
    expect(await page.getByRole('button', { name: 'Take it back', exact: true }).count(), 'there is nothing to take').toBe(0)
    await page.getByRole('button', { name: 'Leave it' }).click()
    await page.getByRole('button', { name: 'Bring in something else' }).click()
    await page.getByRole('radio', { name: 'Decision records' }).click()
    await page.getByRole('link', { name: 'Choose the files' }).click()
    await page.getByRole('heading', { level: 1, name: 'Import decision records' }).waitFor()
    await context.close()
  })
})
