import { describe, expect, test } from 'vitest'
import { fingerprint, pushAbility } from './push-browser.ts'
import { deviceWords } from './push-words.ts'

const NOW = Temporal.Instant.from('2026-03-24T09:00:00Z')
const reached = { failingSince: null, lastError: null }

describe('how a device stands', () => {
  test.each([
    ['unable', undefined, 'This browser cannot show messages. On an iPhone or iPad, add Longhand to the home screen first.'],
    ['forbidden', undefined, 'You have told this browser to show nothing from Longhand. Change that in its settings for this page.'],
    ['able', undefined, 'This device stays quiet. Switched on, it shows that something waits while no page is open, and never what it is.'],
    ['able', reached, 'This device shows when something waits, and never what it is.'],
    ['able', { failingSince: '2026-03-23T18:00:00Z', lastError: 'The browser’s service answered 500.' }, 'This device could not be reached since yesterday 18:00: The browser’s service answered 500.'],
    ['able', { failingSince: '2026-03-24T08:00:00Z', lastError: null }, 'This device could not be reached since 08:00.'],
  ] as const)('%s %#', (ability, device, said) => expect(deviceWords(ability, device, 'UTC', NOW)).toBe(said))
})

describe('what a browser can do', () => {
  const browser = { isSecureContext: true, Notification: { permission: 'default' }, PushManager: {}, navigator: { serviceWorker: {} } }
  test.each([
    [browser, 'able'], [{ ...browser, isSecureContext: false }, 'unable'], [{ ...browser, navigator: {} }, 'unable'], [{ isSecureContext: true, navigator: {} }, 'unable'], [{ ...browser, Notification: { permission: 'denied' } }, 'forbidden'],
  ])('%#', (given, can) => expect(pushAbility(given)).toBe(can))
})

test('knows itself by what the server says', async () => {
  expect(await fingerprint('https://push.example.com/1')).toBe('jdDVUnGMWtCCdUix6hmbX2QOPW7IhW2jYuNpQclWbds')
})
