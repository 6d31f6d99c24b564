import { describe, expect, test } from 'vitest'
import { PAYLOADS } from '../markdown/payloads.test-kit.ts'
import { onSpecimen } from './composer.test-kit.ts'

const here = onSpecimen()
const { reply, text, undo } = here

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

describe('pasting', () => {
  test('an address over words makes a link', async () => {
    await reply().fill('the list')
    await reply().selectText()
    await paste({ 'text/plain': 'https://example.org/a' })
    await expect.poll(() => text()).toBe('[the list](https://example.org/a)')
    await undo()
    await expect.poll(() => text()).toBe('the list')
  })

  test('rows of a sheet make a table, even when the sheet sends a picture along', async () => {
    await reply().focus()
    await paste({ 'text/plain': 'limit\tadds\n3\t0', 'text/html': '<meta><google-sheets-html-origin><table><tr><td>limit</td><td>adds</td></tr><tr><td>3</td><td><img src=x onerror="window.pwned=1">0</td></tr></table>' }, ['sheet.png'])
    await expect.poll(() => text()).toBe('| limit | adds |\n| ----: | ---: |\n|     3 |    0 |\n\n')
    expect(await here.page.evaluate(() => 'pwned' in window)).toBe(false)
  })

  test('words of a page keep their marks', async () => {
    await reply().focus()
    await paste({ 'text/plain': 'Take 5 now\none', 'text/html': '<h2>Take <b>5</b></h2><ul><li>one <a href="https://a.org">link</a></li></ul><script>window.pwned=1</script>' })
    await expect.poll(() => text()).toBe('## Take **5**\n\n- one [link](https://a.org)\n\n')
    expect(await here.page.evaluate(() => 'pwned' in window)).toBe(false)
  })

  test('with Ctrl Shift V everything is plain', async () => {
    await reply().focus()
    await reply().evaluate((area) => area.dispatchEvent(new KeyboardEvent('keydown', { key: 'V', code: 'KeyV', ctrlKey: true, shiftKey: true, bubbles: true })))
    await paste({ 'text/plain': 'a\tb\nc\td' })
    await expect.poll(() => text()).toBe('a\tb\nc\td')
  })

  test('a picture is handed on, and so are dropped files', async () => {
    await reply().focus()
    await paste({}, ['shot.png'])
    await here.page.getByText('Files: shot.png').first().waitFor()
    await here.page.locator('.composer').last().evaluate((composer) => {
      const files = new DataTransfer()
      files.items.add(new File(['x'], 'log.txt'))
      for (const type of ['dragover', 'drop']) composer.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }))
    })
    await here.page.getByText('Files: log.txt').first().waitFor()
  })
})

test('nothing runs and nothing is fetched from elsewhere, whatever is written', async () => {
  const asked: string[] = []
  here.page.on('dialog', (dialog) => {
    asked.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  here.page.on('request', (request) => { if (!request.url().startsWith(here.site.url) && !request.url().startsWith('data:')) asked.push(request.url()) })
  await reply().focus()
  await here.page.keyboard.press('Control+Shift+P')
  for (const payload of PAYLOADS) {
    await reply().evaluate((area: HTMLTextAreaElement, value) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, value)
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }, payload)
    await here.page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)) }))
    for (const link of await here.page.locator('.composer-preview a').all()) await link.hover({ force: true, timeout: 1_000 }).catch(() => {})
  }
  expect(asked).toEqual([])
  await expect.poll(() => here.page.locator('.composer-preview').locator('script, iframe, object, embed, form, style, link, meta, base, svg, math, video, audio').count()).toBe(0)
})
