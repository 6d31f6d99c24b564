import { describe, expect, test } from 'vitest'
import { onSpecimen, PHONE, WIDE } from './composer.test-kit.ts'

const { open, findings } = onSpecimen({ each: false })

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
