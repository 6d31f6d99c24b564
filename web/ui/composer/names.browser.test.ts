import { describe, expect, test } from 'vitest'
import { onSpecimen, PHONE } from './composer.test-kit.ts'

const here = onSpecimen()
const { reply, text, undo, open } = here

describe('names are offered while they are typed', () => {
  const list = () => here.page.getByRole('listbox')
  const active = () => reply().evaluate((area) => document.getElementById(area.getAttribute('aria-activedescendant') ?? '')?.textContent)

  test('people, with the clock where they are', async () => {
    await reply().focus()
    await here.page.keyboard.type('ask @')
    await list().waitFor()
    await expect.poll(() => active()).toBe('Mei Tanaka08:04 there, works next 10:00 your time')
    await here.page.keyboard.press('ArrowUp')
    await expect.poll(active).toContain('nine people, four of them asleep')
    await here.page.keyboard.type('du')
    await expect.poll(active).toBe('Ana Duarte00:04 there, works next 18:00 your time')
    await here.page.keyboard.press('Enter')
    await expect.poll(() => text()).toBe('ask @Ana Duarte ')
    await expect.poll(() => list().count()).toBe(0)
    await undo()
    await expect.poll(() => text()).toBe('ask @du')
  })

  test('Escape closes without losing a letter, and Enter is then a line', async () => {
    await reply().focus()
    await here.page.keyboard.type('@me')
    await list().waitFor()
    await here.page.keyboard.press('Escape')
    await here.page.keyboard.type('i')
    await expect.poll(() => list().count()).toBe(0)
    await here.page.keyboard.press('Enter')
    await expect.poll(() => text()).toBe('@mei\n')
  })

  test('Enter that comes before the list is drawn again takes from the list as it is by then', async () => {
    await reply().focus()
    await here.page.keyboard.type('ask @d')
    await list().waitFor()
    await reply().evaluate(async (area) => {
      document.execCommand('insertText', false, 'u')
      area.dispatchEvent(new KeyboardEvent('keyup', { key: 'u', bubbles: true }))
      // Long enough for the names to be found, and too short for anything to be drawn.
      for (let step = 0; step < 50; step += 1) await Promise.resolve()
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    })
    await expect.poll(text).toBe('ask @Ana Duarte ')
  })

  test('entries by title, emoji by name', async () => {
    await reply().focus()
    await here.page.keyboard.type('see #retry')
    await list().waitFor()
    await here.page.keyboard.press('Tab')
    await expect.poll(() => text()).toBe('see #231 ')
    await here.page.keyboard.type(':tada:')
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
    await expect.poll(() => area.inputValue()).toBe('a rather long line @Ben Okafor ')
    await phone.close()
  })

  test('above the word where the window ends below it', async () => {
    await here.page.setViewportSize({ width: 390, height: 420 })
    await reply().focus()
    await reply().evaluate((area) => area.scrollIntoView({ block: 'end' }))
    await here.page.keyboard.type('@')
    await here.page.getByRole('option').first().waitFor()
    const [hangs, area] = [await list().boundingBox(), await reply().boundingBox()]
    expect(hangs && area && hangs.y + hangs.height <= area.y + 20).toBe(true)
  })

  test('nothing is offered in code', async () => {
    await reply().focus()
    await here.page.keyboard.type('```\n@a')
    await here.page.waitForTimeout(100)
    await expect.poll(() => list().count()).toBe(0)
  })
})
