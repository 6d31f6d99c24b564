import { describe, expect, test } from 'vitest'
import { onSpecimen } from './composer.test-kit.ts'

const here = onSpecimen()
const { reply, text } = here

describe('around a thread', () => {
  test('the state is written in its place, and Escape leaves it as it was', async () => {
    await here.page.getByRole('button', { name: 'Change where it stands' }).click()
    await here.page.keyboard.press('Control+a')
    await here.page.keyboard.type('Decided.')
    await here.page.keyboard.press('Enter')
    await here.page.getByText('Decided.').first().waitFor()
    await here.page.getByRole('button', { name: 'Change where it stands' }).click()
    await here.page.keyboard.type('x')
    await here.page.keyboard.press('Escape')
    await expect.poll(() => here.page.locator('.state-line .line-text').first().textContent()).toBe('Decided.')
  })

  test('a reaction is given and taken back, also by name', async () => {
    await here.page.getByRole('button', { name: /^Agreed/ }).click()
    await expect.poll(() => here.page.getByRole('button', { name: /^Agreed/ }).getAttribute('aria-pressed')).toBe('true')
    await here.page.getByRole('button', { name: 'React' }).click()
    await here.page.getByLabel('Another emoji, by its name').fill('rocket')
    await here.page.getByRole('button', { name: '🚀 rocket' }).waitFor()
    await here.page.keyboard.press('Enter')
    await here.page.getByRole('button', { name: /^🚀/ }).waitFor()
  })

  test('a thread is muted for a while from the menu', async () => {
    await here.page.getByRole('button', { name: 'Following' }).focus()
    await here.page.keyboard.press('Enter')
    await here.page.getByRole('menuitem', { name: 'Mute for an hour' }).click()
    await here.page.getByRole('button', { name: 'Muted until 10:04' }).waitFor()
  })

  test('code is copied', async () => {
    await here.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await here.page.getByRole('button', { name: 'Copy code' }).nth(2).click()
    await here.page.getByText('Copied', { exact: true }).first().waitFor()
    expect(await here.page.evaluate(() => navigator.clipboard.readText())).toContain('select id, amount from payment')
  })
})

test('a reply that was begun is there again after a reload', async () => {
  await reply().fill('kept')
  await here.page.reload()
  await reply().waitFor()
  await expect.poll(text).toBe('kept')
})

test('what was sent is taken back by z, and only while there is time', async () => {
  await here.page.getByText('Sent to Kenji.').last().waitFor()
  const bar = here.page.locator('.specimen-thread .undo')
  const before = await bar.locator('.hint').textContent()
  await expect.poll(() => bar.locator('.hint').textContent()).not.toBe(before)
  await expect.poll(() => bar.getByRole('status').textContent()).toBe('Sent to Kenji. It can be taken back for 600 seconds.')
  await here.page.keyboard.press('z')
  await bar.getByText('Taken back.').first().waitFor()
})
