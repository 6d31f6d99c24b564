import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeRole } from '#contract/members.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import { ALL_PAGES_MS, openAppSite } from '../ui/app-site.test-kit.ts'
import type { AppSite } from '../ui/app-site.test-kit.ts'

describeOnNewest('the page of the audit log', (on) => {
  let site: AppSite
  let ana: TestPerson
  beforeAll(async () => {
    site = await openAppSite(on)
    ana = await site.app.person('Ana')
    await site.app.owner.call(changeRole, { id: ana.id, role: 'admin' })
    await site.app.owner.call(changeRole, { id: ana.id, role: 'member' })
  })
  afterAll(() => site.close())

  test('is reached from the palette, follows its chain, is taken along, and says when somebody changed it', async () => {
    const page = await site.open('/')
    await page.keyboard.press('Control+k')
    await page.waitForSelector('.palette-item')
    await page.keyboard.type('audit')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor()
    await page.getByText(/made Ana an? admin|Ana.*admin/).first().waitFor()
    await page.getByRole('button', { name: 'Follow the chain' }).click()
    await page.getByText(/lines follow from the first to the last, which is \d+ · [0-9a-f]{16}\./).first().waitFor()
    await page.getByRole('button', { name: 'Pack it as JSON lines' }).click()
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save audit.jsonl' }).click()
    expect((await saving).suggestedFilename()).toBe('audit.jsonl')
    await sql`update audit_line set at = at - interval '1 day' where workspace_id = ${site.app.workspaceId} and seq = 1`.execute(on.db)
    await page.getByRole('button', { name: 'Follow the chain' }).click()
    await page.getByText('The log was changed. Compare it with a backup, and with what you noted elsewhere.').first().waitFor()
    await page.context().close()
  })

  test('shows a member what it says of them alone, and is sound in every look', async () => {
    const page = await site.open('/settings/audit', { as: ana })
    await page.getByText('What it says of you', { exact: false }).first().waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Follow the chain' }).count()).toBe(0)
    await page.context().close()
    expect(await site.allInEveryLook([{ path: '/settings/audit' }, { path: '/settings/audit', as: ana }])).toEqual([])
  }, ALL_PAGES_MS)
})
