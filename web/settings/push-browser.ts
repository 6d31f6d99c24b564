import type { GivenTo } from '#contract/operation.ts'
import type { subscribePush } from '#contract/push.ts'
import { t } from '../ui/words.ts'

/** Our small service worker; it stands beside the pages, so that it is there for all of them. */
const WORKER = '/sw.js'
/** Longest name of a browser that is kept. Unit: characters. */
const LABEL_MAX = 200

/** What this browser can do: show messages, not at all, or not as long as its person forbids it. */
export type PushAbility = 'able' | 'unable' | 'forbidden'

export function pushAbility(browser: Pick<typeof globalThis, 'isSecureContext'> & { Notification?: { permission: string }, PushManager?: unknown, navigator: { serviceWorker?: unknown } }): PushAbility {
  if (!browser.isSecureContext || !browser.Notification || !browser.PushManager || !browser.navigator.serviceWorker) return 'unable'
  return browser.Notification.permission === 'denied' ? 'forbidden' : 'able'
}

/** By which this browser finds itself among the devices that the server knows; null while it shows nothing. */
export async function ownFingerprint(): Promise<string | null> {
  if (pushAbility(window) !== 'able') return null
  const registration = await navigator.serviceWorker.getRegistration(WORKER)
  const subscription = await registration?.pushManager.getSubscription()
  return subscription ? fingerprint(subscription.endpoint) : null
}

/** SHA-256 in base64url, as the server says it. */
export async function fingerprint(endpoint: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))
  return btoa(String.fromCharCode(...new Uint8Array(hash))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * Asks the person and then the browser for an address at which it can be told something.
 * @throws {Error} with a sentence for the person when they or the browser say no
 */
export async function askBrowser(publicKey: string): Promise<GivenTo<typeof subscribePush>> {
  if (await Notification.requestPermission() !== 'granted') throw new Error(t`You did not allow it. Change that in the browser’s settings for this page.`)
  await navigator.serviceWorker.register(WORKER)
  const { pushManager } = await navigator.serviceWorker.ready
  const before = await pushManager.getSubscription()
  await before?.unsubscribe()
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
    .catch(() => { throw new Error(t`The browser’s own service did not answer. Try again later, or use another browser.`) })
  const { endpoint, keys } = subscription.toJSON()
  return { endpoint: endpoint ?? '', keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' }, label: navigator.userAgent.slice(0, LABEL_MAX) }
}

/** Gives the address back, so that nothing can be sent to it. */
export async function forgetBrowser(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER)
  const subscription = await registration?.pushManager.getSubscription()
  await subscription?.unsubscribe()
}
