import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { fits } from '../axe.test-kit.ts'
import { choose, openDecisions, PATIENT } from './site.test-kit.ts'
import type { DecisionSite } from './site.test-kit.ts'

/** Two by two pixels. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP4z8DAAMIM/4EEAxADAwA63gP+1VbTVQAAAABJRU5ErkJggg=='
const PHONE_DARK = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const

describeOnNewest('a decision is written as every text is', (on) => {
  let site: DecisionSite
  beforeAll(async () => { site = await openDecisions(on) })
  afterAll(() => site.stop())

  const text = (page: Page, name: string) => page.locator('.decision-form').getByRole('textbox', { name, exact: true })
  const paste = (page: Page, name: string) => text(page, name).evaluate((area, bytes) => {
    const clipboard = new DataTransfer()
    clipboard.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], 'plan.png', { type: 'image/png' }))
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }))
  }, PICTURE)

  test('marks, names, numbers and pictures come by keys in every field; the check leads to what it means; readers see the picture', async () => {
    const { number: earlier } = await site.ana.call(postThread, { spaceId: site.app.spaceId, title: 'Mails that were lost', body: 'Eleven since January.' })
    const page = await site.open('/decisions/new')
    await text(page, 'Title').fill('Where do mails wait?')
    await text(page, 'What has to be decided').fill('Where they wait. It should be fixed ASAP.')
    await text(page, 'Context').focus()
    await page.keyboard.type('we lost eleven')
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await page.keyboard.press('Control+b')
    await page.keyboard.press('End')
    await page.keyboard.type(', says @Ben')
    await page.getByRole('option', { name: /^Ben Okafor/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('in #lost')
    await page.getByRole('option', { name: /Mails that were lost/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => text(page, 'Context').inputValue()).toBe(`we lost **eleven**, says @Ben Okafor in #${earlier} `)
    expect(await page.getByRole('toolbar', { name: 'Marks' }).count(), 'marks show where one writes, and nowhere else').toBe(1)
    await text(page, 'Option 1').fill('A table')
    await text(page, 'Option 2').fill('A broker')
    await text(page, 'What “A table” means').focus()
    await page.keyboard.type('- one\ntwo')
    await paste(page, 'What “A table” means')
    await expect.poll(() => text(page, 'What “A table” means').inputValue(), PATIENT).toMatch(/^- one\n- two\n\n!\[plan\.png\]\(\/files\/[^)]+\)/)
    await page.getByRole('button', { name: 'Add a trade-off to A table' }).click()
    await page.keyboard.type('asks @Mei')
    await page.getByRole('option', { name: /^Mei Tanaka/ }).waitFor()
    await page.keyboard.press('Tab')
    await expect.poll(() => text(page, 'Trade-off 1').inputValue()).toBe('asks @Mei Tanaka ')
    await page.getByRole('button', { name: /^Show “.*fixed ASAP.*” in the text$/ }).first().click()
    await expect.poll(() => text(page, 'What has to be decided').evaluate((area: HTMLTextAreaElement) => area === document.activeElement && area.value.slice(area.selectionStart, area.selectionEnd)), PATIENT).toContain('should be fixed')
    await choose(page, 'Whose input is needed', 'Ben')
    const focused = () => page.evaluate(() => document.activeElement instanceof HTMLInputElement ? document.activeElement.labels?.[0]?.innerText : document.activeElement?.className)
    await page.getByRole('button', { name: 'Take out Ben Okafor: Whose input is needed' }).waitFor()
    await expect.poll(focused).toBe('Whose input is needed')
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 200) }))
    expect(await focused(), 'what keeps focus near takes it to no larger place').toBe('Whose input is needed')
    await page.getByText('here and on the server').first().waitFor()
    await page.reload()
    await expect.poll(() => text(page, 'Trade-off 1').inputValue(), PATIENT).toBe('asks @Mei Tanaka ')
    await text(page, 'Context').press('Control+Enter')
    await page.getByRole('heading', { level: 1, name: 'Where do mails wait?' }).waitFor()
    const reader = await site.open(new URL(page.url()).pathname, site.ben)
    await expect.poll(() => reader.getByAltText('plan.png').evaluate((picture: HTMLImageElement) => picture.naturalWidth), PATIENT).toBe(2)
    await site.shut(page, reader)
  })

  test('on a phone no empty room stands below a text, and its marks come and go without moving or covering what can be pressed', async () => {
    const page = await site.open('/decisions/new', site.ana, PHONE_DARK)
    const context = text(page, 'Context')
    const boxOf = async (place: Locator) => {
      const box = await place.boundingBox()
      return { top: Math.round((box?.y ?? 0) + await page.evaluate(() => scrollY)), height: box?.height ?? 0 }
    }
    const below = page.locator('label', { hasText: 'What the options are judged by' })
    await page.getByRole('textbox', { name: 'Title' }).focus()
    const [above, label] = [await boxOf(context), await boxOf(below)]
    expect(label.top - above.top - above.height, 'from a text to the label below').toBeLessThanOrEqual(24)
    await context.focus()
    await page.getByRole('button', { name: 'Bold' }).locator('visible=true').waitFor()
    expect(await boxOf(below)).toEqual(label)
    await text(page, 'What “option 1” means').focus()
    await page.getByRole('button', { name: 'Add a trade-off to option 1' }).click()
    await text(page, 'Trade-off 1').waitFor()
    expect([await site.findings(page), await fits(page)]).toEqual([[], true])
    await site.shut(page)
  })

  test('on a phone, in the dark, with names offered and a text as it will look: axe finds nothing, and nothing is too wide', async () => {
    const page = await site.open('/decisions/new?template=memo', site.ana, PHONE_DARK)
    await text(page, 'Context').press('Control+Shift+P')
    await page.getByRole('region', { name: 'How it will look' }).getByRole('heading', { name: 'What is at stake' }).waitFor()
    await page.getByRole('button', { name: 'Add a trade-off to option 1' }).click()
    await page.keyboard.type('asks @M')
    await page.getByRole('option', { name: /^Mei Tanaka/ }).waitFor()
    expect([await site.findings(page), await fits(page)]).toEqual([[], true])
    await page.getByRole('option', { name: /^Mei Tanaka/ }).click()
    await expect.poll(() => text(page, 'Trade-off 1').inputValue()).toBe('asks @Mei Tanaka ')
    await site.shut(page)
  })
})
