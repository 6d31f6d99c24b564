import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeReader, LOOKS, looksReader } from '../axe.test-kit.ts'
import type { Look } from '../axe.test-kit.ts'
import { openSite } from './site.test-kit.ts'
import type { Site } from './site.test-kit.ts'

const [WIDE, DARK, PHONE] = LOOKS as [Look, Look, Look]

let site: Site
let findings: Awaited<ReturnType<typeof axeReader>>
let inEveryLook: (page: Page) => Promise<string[]>

beforeAll(async () => {
  site = await openSite()
  findings = await axeReader()
  inEveryLook = await looksReader()
})
afterAll(() => site.close())

async function specimen(look: Look): Promise<Page> {
  const page = await site.browser.newPage({ ...look, reducedMotion: 'reduce' })
  await page.goto(`${site.url}specimen`)
  await page.waitForSelector('.markdown table')
  return page
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

describe('axe finds nothing', () => {
  test('on the whole kit, and nothing is too wide', async () => {
    const page = await specimen(WIDE)
    await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
    expect(await inEveryLook(page)).toEqual([])
    await page.close()
  })

  test.each([['light', WIDE], ['dark', DARK]] as const)('with the palette, a dialog, a list and the phone menu open, %s', async (colorScheme, look) => {
    const page = await specimen(look)
    await page.keyboard.press('Control+k')
    await page.waitForSelector('.palette-item')
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Sign the wrap' }).click()
    await page.waitForSelector('.dialog')
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByLabel('Hand over to').click()
    await page.waitForSelector('.picker-option')
    // The open list hides the page from screen readers until it closes, which axe cannot know; so only the list is judged.
    expect(await findings(page, { within: ['.combobox', '.picker-popup'] })).toEqual([])
    await page.close()
    const phone = await specimen({ ...PHONE, colorScheme })
    await phone.getByRole('button', { name: 'Menu' }).click()
    expect(await findings(phone)).toEqual([])
    await phone.close()
  })
})

/** WCAG 1.4.11: what shows where a field or a button is, and what has focus, stands out from what it lies on. */
const STANDS_OUT = 3

/** How each of some colours stands out from each paper, as `--edge on --paper`, by WCAG's measure of 1 to 21. */
const contrasts = (page: Page): Promise<[pair: string, ratio: number][]> => page.evaluate(() => {
  const probe = document.body.appendChild(document.createElement('i'))
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const brightness = (token: string): number => {
    probe.style.color = `var(${token})`
    if (!paint) return Number.NaN
    paint.fillStyle = getComputedStyle(probe).color
    paint.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = [...paint.getImageData(0, 0, 1, 1).data].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  return ['--edge', '--ink-3', '--sea', '--moss', '--amber', '--rust'].flatMap((colour) => ['--paper', '--paper-2'].map((paper): [string, number] => {
    const [low = 0, high = 0] = [brightness(colour), brightness(paper)].sort((one, other) => one - other)
    return [`${colour} on ${paper}`, (high + 0.05) / (low + 0.05)]
  }))
})

test.each([['light', WIDE], ['dark', DARK]] as const)('edges, marks and what shows the focus stand out, %s', async (_scheme, look) => {
  const page = await specimen(look)
  expect((await contrasts(page)).filter(([, ratio]) => !(ratio >= STANDS_OUT))).toEqual([])
  await page.close()
})

describe('the kit works without a mouse', () => {
  test('the first Tab offers to skip to the text, and does', async () => {
    const page = await specimen(WIDE)
    await page.keyboard.press('Tab')
    await expect.poll(() => focused(page)).toBe('Skip to the text')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.close()
  })

  test('j and k move between items', async () => {
    const page = await specimen(WIDE)
    await page.keyboard.press('j')
    await expect.poll(() => focused(page)).toContain('The invoice migration')
    await page.keyboard.press('j')
    await expect.poll(() => focused(page)).toContain('Which of the two retry limits')
    await page.keyboard.press('k')
    await expect.poll(() => focused(page)).toContain('The invoice migration')
    await page.close()
  })

  test('single keys do nothing once they are switched off', async () => {
    const page = await specimen(WIDE)
    await page.evaluate(() => localStorage.setItem('longhand.single-keys', 'off'))
    await page.keyboard.press('j')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await page.keyboard.press('Control+k')
    await page.waitForSelector('.palette-item')
    await page.close()
  })

  test('the palette finds a command by another word and gives focus back on Escape', async () => {
    const page = await specimen(WIDE)
    await page.keyboard.press('j')
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('What would you like to do?').fill('night')
    await expect.poll(() => page.locator('.palette-item').allTextContents()).toEqual(['Use the dark page'])
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await expect.poll(() => focused(page)).toContain('The invoice migration')
    await page.reload()
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await page.close()
  })

  test('typing in a field presses no keys of the page', async () => {
    const page = await specimen(WIDE)
    await page.getByLabel('State').fill('')
    await page.getByLabel('State').pressSequentially('jk?gb')
    await expect.poll(() => page.getByLabel('State').inputValue()).toBe('jk?gb')
    await page.close()
  })

  test('every stop of the keyboard shows where it is', async () => {
    const page = await specimen(WIDE)
    const stops = await page.locator('a[href], button, input, textarea, summary').count()
    const unseen: string[] = []
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab')
      const found = await page.evaluate(() => {
        const here = document.activeElement
        if (!here || here === document.body) return 'end'
        const drawn = [here, here.nextElementSibling].some((element) => element && getComputedStyle(element).outlineStyle !== 'none')
        return drawn ? '' : here.outerHTML.slice(0, 80)
      })
      if (found === 'end') break
      if (found) unseen.push(found)
    }
    expect(unseen).toEqual([])
    await page.close()
  })
})

test.each([['light', WIDE], ['dark', DARK]] as const)('a button that can do nothing reads the same under the pointer, %s', async (_theme, look) => {
  const page = await specimen(look)
  const button = page.getByRole('button', { name: 'Sign the wrap' })
  const colours = () => button.evaluate((one) => { const { color, backgroundColor } = getComputedStyle(one); return [color, backgroundColor] })
  await button.evaluate((one) => { one.setAttribute('aria-disabled', 'true') })
  const before = await colours()
  await button.hover()
  expect(await colours()).toEqual(before)
  await page.close()
})

test('a title has room for its descenders', async () => {
  const page = await specimen(WIDE)
  expect(await page.locator('.title-field textarea').evaluateAll((all) => all.map((one) => one.scrollHeight <= one.clientHeight))).toEqual([true])
  await page.close()
})

describe('hours', () => {
  test('are typed, across midnight too, and copied to the week', async () => {
    const page = await specimen(WIDE)
    const monday = page.getByRole('group', { name: 'Monday' })
    await monday.getByLabel('Monday, until').nth(1).fill('1')
    await page.keyboard.press('Enter')
    await expect.poll(() => monday.getByRole('img').getAttribute('aria-label')).toBe('Monday: 09:00 to 12:30 and 13:30 to 01:00 the next day.')
    await page.getByRole('button', { name: /^Copy Monday/ }).click()
    await expect.poll(() => page.getByRole('group', { name: 'Thursday' }).getByRole('img').getAttribute('aria-label')).toBe('Thursday: 09:00 to 12:30 and 13:30 to 01:00 the next day.')
    await page.close()
  })

  test('what is no time stays as it was typed, with a sentence that says so; what ends the next day says after how long', async () => {
    const page = await specimen(WIDE)
    const monday = page.getByRole('group', { name: 'Monday' })
    const until = monday.getByLabel('Monday, until').nth(1)
    for (const [typed, said] of [['abc', '“abc” is no time of day.'], ['13:30', 'An end like the start has no length']] as const) {
      await until.fill(typed)
      await page.keyboard.press('Enter')
      await monday.getByText(said).waitFor()
      expect([await until.inputValue(), await until.getAttribute('aria-invalid')]).toEqual([typed, 'true'])
    }
    await until.fill('5pm')
    await page.keyboard.press('Enter')
    await expect.poll(() => monday.getByRole('img').getAttribute('aria-label')).toBe('Monday: 09:00 to 12:30 and 13:30 to 17:00.')
    expect([await until.inputValue(), await monday.locator('.field-error').allInnerTexts()]).toEqual(['17:00', ['', '']])
    await until.fill('12')
    await page.keyboard.press('Enter')
    await monday.getByText('next day, after 22 h 30 min').waitFor()
    await page.close()
  })

  test('both times are judged from what stands in them, whichever is mended', async () => {
    const page = await specimen(WIDE)
    const [wednesday, tuesday] = [page.getByRole('group', { name: 'Wednesday' }), page.getByRole('group', { name: 'Tuesday' })]
    const fill = async (label: string, typed: string) => {
      await page.getByLabel(label).fill(typed)
      await page.keyboard.press('Tab')
    }
    await fill('Wednesday, from', '06:00')
    await wednesday.getByText('An end like the start has no length').waitFor()
    await fill('Wednesday, until', '17:00')
    await expect.poll(() => wednesday.getByRole('img').getAttribute('aria-label')).toBe('Wednesday: 06:00 to 17:00.')
    expect([await wednesday.locator('.field-error').innerText(), await wednesday.getByText('next day').count(), await wednesday.locator('[data-unread]').count()]).toEqual(['', 0, 0])
    await fill('Tuesday, until', '25:70')
    await fill('Tuesday, from', '17:00')
    expect([await tuesday.locator('.field-error').innerText(), await tuesday.locator('[data-unread]').count()], 'what cannot be read keeps its own sentence').toEqual([expect.stringContaining('“25:70” is no time of day.'), 1])
    await fill('Tuesday, until', '')
    await tuesday.getByText('Write a time such as 9:30.', { exact: true }).waitFor()
    await fill('Tuesday, until', '20:00')
    await expect.poll(() => tuesday.getByRole('img').getAttribute('aria-label')).toBe('Tuesday: 17:00 to 20:00.')
    await fill('Tuesday, from', 'noon')
    await page.getByLabel('Tuesday, from').press('Escape')
    expect([await page.getByLabel('Tuesday, from').inputValue(), await tuesday.locator('.field-error').innerText()]).toEqual(['17:00', ''])
    await page.close()
  })

  test('are drawn with the pointer', async () => {
    const page = await specimen(WIDE)
    const band = page.getByRole('group', { name: 'Sunday' }).locator('.hours-band')
    await band.scrollIntoViewIfNeeded()
    const box = await band.boundingBox()
    if (!box) throw new Error('The Sunday ribbon is not on the page.')
    await page.mouse.move(box.x + box.width * 0.375, box.y + 10)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, box.y + 10, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => page.getByRole('group', { name: 'Sunday' }).getByRole('img').getAttribute('aria-label')).toBe('Sunday: 09:00 to 12:00.')
    await page.close()
  })
})
