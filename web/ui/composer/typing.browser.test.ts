import { describe, expect, test } from 'vitest'
import { onSpecimen } from './composer.test-kit.ts'

const here = onSpecimen()
const { reply, text, undo } = here

describe('writing by keyboard', () => {
  test('marks, lists and links are typed, and undo takes back one step at a time', async () => {
    await reply().focus()
    await here.page.keyboard.type('one two')
    await here.page.keyboard.press('Control+Shift+ArrowLeft')
    await here.page.keyboard.press('Control+b')
    await expect.poll(() => text()).toBe('one **two**')
    await undo()
    await expect.poll(() => text()).toBe('one two')
    await here.page.keyboard.press('End')
    await here.page.keyboard.type('\n- a\nb')
    await expect.poll(() => text()).toBe('one two\n- a\n- b')
    await here.page.keyboard.press('Tab')
    await expect.poll(() => text()).toBe('one two\n- a\n  - b')
    await here.page.keyboard.press('Shift+Tab')
    await here.page.keyboard.press('Control+Shift+7')
    await expect.poll(() => text()).toBe('one two\n- a\n1. b')
    await undo()
    await expect.poll(() => text()).toBe('one two\n- a\n- b')
  })

  test('Ctrl K makes a link, Ctrl Alt K finds commands', async () => {
    await reply().fill('the list')
    await reply().selectText()
    await here.page.keyboard.press('Control+k')
    await expect.poll(() => text()).toBe('[the list]()')
    await here.page.keyboard.type('https://example.org')
    await expect.poll(() => text()).toBe('[the list](https://example.org)')
    await here.page.keyboard.press('Control+Alt+k')
    await here.page.waitForSelector('.palette-item')
  })

  test('Tab leaves the text outside a list, and after Escape also inside one', async () => {
    const inText = () => reply().evaluate((area) => area === document.activeElement)
    await reply().fill('words')
    await here.page.keyboard.press('Tab')
    expect(await inText()).toBe(false)
    await reply().fill('- a\n- b')
    await here.page.keyboard.press('Escape')
    await here.page.keyboard.press('Tab')
    expect(await inText()).toBe(false)
    await expect.poll(() => text()).toBe('- a\n- b')
  })

  test('Ctrl Enter sends, not while nothing is written, and single keys are only typed', async () => {
    await reply().focus()
    await here.page.keyboard.press('Control+Enter')
    await here.page.keyboard.type('jkz?')
    await here.page.keyboard.press('Control+Enter')
    await here.page.getByText('Sent once: jkz?').first().waitFor()
    await expect.poll(() => text()).toBe('')
  })

  test('the preview takes the place of the text and gives it back with its undo', async () => {
    await reply().focus()
    await here.page.keyboard.type('a **b**')
    await here.page.keyboard.press('Control+Shift+P')
    const preview = here.page.getByRole('region', { name: 'How it will look' })
    await preview.locator('strong').waitFor()
    await here.page.keyboard.press('Control+Shift+P')
    await expect.poll(() => reply().evaluate((area) => area === document.activeElement)).toBe(true)
    await undo()
    expect(await text()).not.toBe('a **b**')
  })

  test('the marks are one stop of Tab, and arrow keys move among them', async () => {
    await reply().fill('word')
    await reply().selectText()
    await here.page.keyboard.press('Tab')
    await here.page.keyboard.press('ArrowRight')
    await here.page.keyboard.press('Enter')
    await expect.poll(() => text()).toBe('_word_')
  })

  test('a quote is put in with its author and place', async () => {
    await reply().fill('Yes.')
    await here.page.getByRole('button', { name: 'Quote Ana' }).click()
    await expect.poll(() => text()).toBe('Yes.\n\n> I would take 5.\n>\n> — [Ana Duarte](/231#reply-2)\n\n')
  })
})
