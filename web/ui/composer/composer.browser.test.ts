import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { axeReader } from '#web/axe.test-kit.ts'
import { PAYLOADS } from '../markdown/payloads.test-kit.ts'
import { openSite } from '../site.test-kit.ts'
import type { Site } from '../site.test-kit.ts'

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

let site: Site
let page: Page
let findings: (page: Page) => Promise<string[]>

beforeAll(async () => {
  site = await openSite()
  findings = await axeReader()
})
afterAll(() => site.close())

async function open(viewport = WIDE, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const opened = await site.browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' })
  await opened.goto(`${site.url}specimen`)
  await opened.waitForSelector('.hljs-keyword')
  return opened
}

beforeEach(async () => { page = await open() })
afterEach(() => page.close())

const reply = () => page.getByLabel('Your reply').and(page.locator('textarea'))
const text = () => reply().inputValue()
const undo = () => page.keyboard.press('Control+z')

/** Pastes as a browser does, with what another program would have put on the clipboard. */
async function paste(data: Record<string, string>, files: readonly string[] = []) {
  await reply().evaluate((area, [given, names]) => {
    const clipboard = new DataTransfer()
    for (const [type, value] of Object.entries(given)) clipboard.setData(type, value)
    for (const name of names) clipboard.items.add(new File(['x'], name, { type: 'image/png' }))
    const event = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true })
    if (area.dispatchEvent(event)) document.execCommand('insertText', false, clipboard.getData('text/plain'))
  }, [data, files] as const)
}

describe('writing by keyboard', () => {
  test('marks, lists and links are typed, and undo takes back one step at a time', async () => {
    await reply().focus()
    await page.keyboard.type('one two')
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await page.keyboard.press('Control+b')
    expect(await text()).toBe('one **two**')
    await undo()
    expect(await text()).toBe('one two')
    await page.keyboard.press('End')
    await page.keyboard.type('\n- a\nb')
    expect(await text()).toBe('one two\n- a\n- b')
    await page.keyboard.press('Tab')
    expect(await text()).toBe('one two\n- a\n  - b')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Control+Shift+7')
    expect(await text()).toBe('one two\n- a\n1. b')
    await undo()
    expect(await text()).toBe('one two\n- a\n- b')
  })

  test('Ctrl K makes a link, Ctrl Alt K finds commands', async () => {
    await reply().fill('the list')
    await reply().selectText()
    await page.keyboard.press('Control+k')
    expect(await text()).toBe('[the list]()')
    await page.keyboard.type('https://example.org')
    expect(await text()).toBe('[the list](https://example.org)')
    await page.keyboard.press('Control+Alt+k')
    await page.waitForSelector('.palette-item')
  })

  test('Tab leaves the text outside a list, and after Escape also inside one', async () => {
    const inText = () => reply().evaluate((area) => area === document.activeElement)
    await reply().fill('words')
    await page.keyboard.press('Tab')
    expect(await inText()).toBe(false)
    await reply().fill('- a\n- b')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await inText()).toBe(false)
    expect(await text()).toBe('- a\n- b')
  })

  test('Ctrl Enter sends, not while nothing is written, and single keys are only typed', async () => {
    await reply().focus()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('jkz?')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Sent once: jkz?').waitFor()
    expect(await text()).toBe('')
  })

  test('the preview takes the place of the text and gives it back with its undo', async () => {
    await reply().focus()
    await page.keyboard.type('a **b**')
    await page.keyboard.press('Control+Shift+P')
    const preview = page.getByRole('region', { name: 'How it will look' })
    await preview.locator('strong').waitFor()
    await page.keyboard.press('Control+Shift+P')
    await expect.poll(() => reply().evaluate((area) => area === document.activeElement)).toBe(true)
    await undo()
    expect(await text()).not.toBe('a **b**')
  })

  test('the marks are one stop of Tab, and arrow keys move among them', async () => {
    await reply().fill('word')
    await reply().selectText()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(await text()).toBe('_word_')
  })

  test('a quote is put in with its author and place', async () => {
    await reply().fill('Yes.')
    await page.getByRole('button', { name: 'Quote Ana' }).click()
    expect(await text()).toBe('Yes.\n\n> I would take 5.\n>\n> — [Ana Duarte](/231#reply-2)\n\n')
  })
})

describe('names are offered while they are typed', () => {
  const list = () => page.getByRole('listbox')
  const active = () => reply().evaluate((area) => document.getElementById(area.getAttribute('aria-activedescendant') ?? '')?.textContent)

  test('people, with the clock where they are', async () => {
    await reply().focus()
    await page.keyboard.type('ask @')
    await list().waitFor()
    expect(await active()).toBe('Mei Tanaka08:04 there, works next 10:00 your time')
    await page.keyboard.press('ArrowUp')
    await expect.poll(active).toContain('nine people, four of them asleep')
    await page.keyboard.type('du')
    await expect.poll(active).toBe('Ana Duarte00:04 there, works next 18:00 your time')
    await page.keyboard.press('Enter')
    expect(await text()).toBe('ask @Ana Duarte ')
    expect(await list().count()).toBe(0)
    await undo()
    expect(await text()).toBe('ask @du')
  })

  test('Escape closes without losing a letter, and Enter is then a line', async () => {
    await reply().focus()
    await page.keyboard.type('@me')
    await list().waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.type('i')
    expect(await list().count()).toBe(0)
    await page.keyboard.press('Enter')
    expect(await text()).toBe('@mei\n')
  })

  test('entries by title, emoji by name', async () => {
    await reply().focus()
    await page.keyboard.type('see #retry')
    await list().waitFor()
    await page.keyboard.press('Tab')
    expect(await text()).toBe('see #231 ')
    await page.keyboard.type(':tada:')
    await expect.poll(text).toBe('see #231 🎉')
  })

  test('by the pointer, and the list stays on the page of a phone', async () => {
    const phone = await open(PHONE)
    const area = phone.getByLabel('Your reply').and(phone.locator('textarea'))
    await area.fill('a rather long line ')
    await area.press('End')
    await phone.keyboard.type('@')
    const options = phone.getByRole('option')
    await options.first().waitFor()
    const box = await phone.getByRole('listbox').boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= PHONE.width).toBe(true)
    await phone.getByRole('option', { name: /Ben/ }).click()
    expect(await area.inputValue()).toBe('a rather long line @Ben Okafor ')
    await phone.close()
  })

  test('above the word where the window ends below it', async () => {
    await page.setViewportSize({ width: 390, height: 420 })
    await reply().focus()
    await reply().evaluate((area) => area.scrollIntoView({ block: 'end' }))
    await page.keyboard.type('@')
    await page.getByRole('option').first().waitFor()
    const [hangs, area] = [await list().boundingBox(), await reply().boundingBox()]
    expect(hangs && area && hangs.y + hangs.height <= area.y + 20).toBe(true)
  })

  test('nothing is offered in code', async () => {
    await reply().focus()
    await page.keyboard.type('```\n@a')
    await page.waitForTimeout(100)
    expect(await list().count()).toBe(0)
  })
})

describe('pasting', () => {
  test('an address over words makes a link', async () => {
    await reply().fill('the list')
    await reply().selectText()
    await paste({ 'text/plain': 'https://example.org/a' })
    expect(await text()).toBe('[the list](https://example.org/a)')
    await undo()
    expect(await text()).toBe('the list')
  })

  test('rows of a sheet make a table, even when the sheet sends a picture along', async () => {
    await reply().focus()
    await paste({ 'text/plain': 'limit\tadds\n3\t0', 'text/html': '<meta><google-sheets-html-origin><table><tr><td>limit</td><td>adds</td></tr><tr><td>3</td><td><img src=x onerror="window.pwned=1">0</td></tr></table>' }, ['sheet.png'])
    expect(await text()).toBe('| limit | adds |\n| ----: | ---: |\n|     3 |    0 |\n\n')
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  })

  test('words of a page keep their marks', async () => {
    await reply().focus()
    await paste({ 'text/plain': 'Take 5 now\none', 'text/html': '<h2>Take <b>5</b></h2><ul><li>one <a href="https://a.org">link</a></li></ul><script>window.pwned=1</script>' })
    expect(await text()).toBe('## Take **5**\n\n- one [link](https://a.org)\n\n')
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  })

  test('with Ctrl Shift V everything is plain', async () => {
    await reply().focus()
    await reply().evaluate((area) => area.dispatchEvent(new KeyboardEvent('keydown', { key: 'V', code: 'KeyV', ctrlKey: true, shiftKey: true, bubbles: true })))
    await paste({ 'text/plain': 'a\tb\nc\td' })
    expect(await text()).toBe('a\tb\nc\td')
  })

  test('a picture is handed on, and so are dropped files', async () => {
    await reply().focus()
    await paste({}, ['shot.png'])
    await page.getByText('Files: shot.png').waitFor()
    await page.locator('.composer').last().evaluate((composer) => {
      const files = new DataTransfer()
      files.items.add(new File(['x'], 'log.txt'))
      for (const type of ['dragover', 'drop']) composer.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }))
    })
    await page.getByText('Files: log.txt').waitFor()
  })
})

describe('around a thread', () => {
  test('the state is written in its place, and Escape leaves it as it was', async () => {
    await page.getByRole('button', { name: 'Change where it stands' }).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Decided.')
    await page.keyboard.press('Enter')
    await page.getByText('Decided.').waitFor()
    await page.getByRole('button', { name: 'Change where it stands' }).click()
    await page.keyboard.type('x')
    await page.keyboard.press('Escape')
    expect(await page.locator('.state-line .line-text').first().textContent()).toBe('Decided.')
  })

  test('a reaction is given and taken back, also by name', async () => {
    await page.getByRole('button', { name: /^Agreed/ }).click()
    expect(await page.getByRole('button', { name: /^Agreed/ }).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: 'React' }).click()
    await page.getByLabel('Another emoji, by its name').fill('rocket')
    await page.getByRole('button', { name: '🚀 rocket' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^🚀/ }).waitFor()
  })

  test('a thread is muted for a while from the menu', async () => {
    await page.getByRole('button', { name: 'Following' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Mute for an hour' }).click()
    await page.getByRole('button', { name: 'Muted until 10:04' }).waitFor()
  })

  test('code is copied', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy code' }).nth(2).click()
    await page.getByText('Copied', { exact: true }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('select id, amount from payment')
  })
})

test('nothing runs and nothing is fetched from elsewhere, whatever is written', async () => {
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => { if (!request.url().startsWith(site.url) && !request.url().startsWith('data:')) asked.push(request.url()) })
  await reply().focus()
  await page.keyboard.press('Control+Shift+P')
  for (const payload of PAYLOADS) {
    await reply().evaluate((area: HTMLTextAreaElement, value) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, value)
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }, payload)
    await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)) }))
    for (const link of await page.locator('.composer-preview a').all()) await link.hover({ force: true, timeout: 1_000 }).catch(() => {})
  }
  expect(asked).toEqual([])
  expect(await page.locator('.composer-preview').locator('script, iframe, object, embed, form, style, link, meta, base, svg, math, video, audio').count()).toBe(0)
})

test('a reply that was begun is there again after a reload', async () => {
  await reply().fill('kept')
  await page.reload()
  await reply().waitFor()
  await expect.poll(text).toBe('kept')
})

test('what was sent is taken back by z, and only while there is time', async () => {
  await page.getByText('Sent to Kenji.').last().waitFor()
  const bar = page.locator('.specimen-thread .undo')
  const before = await bar.locator('.hint').textContent()
  await expect.poll(() => bar.locator('.hint').textContent()).not.toBe(before)
  expect(await bar.getByRole('status').textContent()).toBe('Sent to Kenji. It can be taken back for 600 seconds.')
  await page.keyboard.press('z')
  await bar.getByText('Taken back.').waitFor()
})

describe('axe finds nothing', () => {
  test.each([['light', WIDE], ['dark', WIDE], ['light', PHONE], ['dark', PHONE]] as const)('with suggestions, preview, picker and menu open, %s, %o', async (scheme, viewport) => {
    const here = await open(viewport, scheme)
    const area = here.getByLabel('Your reply').and(here.locator('textarea'))
    await area.focus()
    await here.keyboard.type('@')
    await here.getByRole('listbox').waitFor()
    await here.locator('.reactions').getByRole('button', { name: 'React' }).evaluate((button: HTMLElement) => button.click())
    expect(await findings(here)).toEqual([])
    await area.fill('**a**\n\n```ts\nconst a = 1\n```')
    await here.keyboard.press('Control+Shift+P')
    await here.locator('.composer-preview .code-block').waitFor()
    await here.getByRole('button', { name: 'Following' }).click()
    await here.getByRole('menuitem').first().waitFor()
    // An open menu hangs outside the landmarks of the page, as every popup of the kit does.
    expect((await findings(here)).filter((finding) => !finding.startsWith('region: #base-ui'))).toEqual([])
    await here.close()
  })
})

test('pages of 390 and 1024 pixels scroll in one direction', async () => {
  for (const width of [390, 1024]) {
    const narrow = await open({ width, height: 800 })
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await narrow.close()
  }
})
