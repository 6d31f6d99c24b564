import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeReader, fits } from '#web/axe.test-kit.ts'
import { openSite } from '../site.test-kit.ts'
import type { Site } from '../site.test-kit.ts'

/** Longer than the editor takes to make its own selection and that of the page the same. Unit: ms. */
const SETTLED_MS = 50

let site: Site
let page: Page
let findings: Awaited<ReturnType<typeof axeReader>>

beforeAll(async () => {
  site = await openSite()
  findings = await axeReader()
  page = await site.browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  await page.goto(`${site.url}specimen`)
  await written('a new page').first().waitFor()
})
afterAll(() => site.close())

const written = (name: string) => page.getByRole('textbox', { name: `Text of ${name}` })
/** The editor reads a selection of the pointer a moment after it was made. */
const drawn = () => page.evaluate((wait) => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, wait))) }), SETTLED_MS)
const textOf = (name: 'new' | 'runbook') => page.locator(`output[data-page=${name}]`).textContent()

test('what is typed with shortcuts is the Markdown that was meant', async () => {
  await written('a new page').click()
  const keys = ['## Restart', 'Enter', 'Stop **it** _now_ with `stop`, ask @Ana', 'Enter', 'and see [the list](/212) *or* a_b.', 'Enter', '- one', 'Enter', '[x] two', 'Enter', 'Tab', 'deep', 'Enter', 'Enter', 'Enter', '1. first', 'Enter', 'Enter', '> said', 'Enter', 'Enter', '```sh ', 'make', 'Enter', 'all']
  for (const key of keys) await (/^(?:Enter|Tab)$/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key))
  await expect.poll(() => textOf('new')).toBe('## Restart\n\nStop **it** _now_ with `stop`, ask @Ana Duarte and see [the list](/212) _or_ a_b.\n\n- one\n- [x] two\n  - [ ] deep\n\n1. first\n\n> said\n\n```sh\nmake\nall\n```')
})

test('an edit of one paragraph changes this paragraph alone, and looking at the source changes nothing', async () => {
  const before = await textOf('runbook') ?? ''
  await written('the runbook').getByText('Do this when').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Not at night.')
  const after = before.replace('minutes__[^1].', 'minutes__[^1]. Not at night.')
  await expect.poll(() => textOf('runbook')).toBe(after)
  await page.keyboard.press('Control+z')
  await expect.poll(() => textOf('runbook')).toBe(before)
  await page.getByRole('button', { name: 'Write as source' }).first().click()
  await expect.poll(() => written('the runbook').inputValue()).toBe(before)
  await page.getByRole('button', { name: 'Write as rich text' }).click()
  await written('the runbook').getByText('Do this when').waitFor()
  expect(await textOf('runbook')).toBe(before)
})

test('links, tables and ticks are made with the keyboard, and saving is ⌘↵', async () => {
  const words = written('the runbook').getByText('look at', { exact: false }).last()
  await words.click()
  await drawn()
  await words.dblclick()
  await drawn()
  await page.keyboard.press('Control+k')
  await page.getByLabel('Address').fill('/212')
  await page.keyboard.press('Enter')
  await expect.poll(() => textOf('runbook')).toContain('](/212)')
  await written('the runbook').getByRole('checkbox').check()
  await expect.poll(() => textOf('runbook')).toContain('- [x] told support')
  await written('the runbook').getByText('none').click()
  await page.getByRole('button', { name: 'Add a row' }).click()
  await page.keyboard.press('Tab')
  await page.keyboard.type('5')
  await expect.poll(() => textOf('runbook')).toContain('| ----: | :--- |\n| 3     | none |\n|')
  await page.keyboard.press('Control+Enter')
  await page.getByText('The runbook is saved.').first().waitFor()
})

test('axe finds nothing in the editor, wide and light, narrow and dark, with the address asked for', async () => {
  await written('the runbook').getByText('none').click()
  await page.keyboard.press('Control+k')
  await page.getByLabel('Address').first().waitFor()
  expect(await findings(page, { within: ['.rich-editor'] })).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => fits(page)).toBe(true)
  expect(await findings(page, { within: ['.rich-editor'] })).toEqual([])
})
