import { worker } from './scope.ts'

/** Longest name of a browser that is kept. Unit: characters. */
const LABEL_MAX = 200

/** Shows that something waits while no page is open, and leads there on a click. */
export function showWhatWaits() {
  worker.addEventListener('push', (event) => {
    if (!event.data) return
    const { title, body, url, tag } = event.data.json()
    event.waitUntil(worker.registration.showNotification(title, { body, tag, icon: '/mark.svg', data: { url } }))
  })
  worker.addEventListener('notificationclick', (event) => {
    const { notification } = event
    if (!notification) return
    notification.close()
    event.waitUntil(lead((notification.data as { url: string }).url))
  })
  worker.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event.oldSubscription)))
}

/** Only ever to a page of this server, whatever a message says. */
async function lead(url: string): Promise<unknown> {
  const { pathname, search, hash } = new URL(url, worker.location.origin)
  const address = worker.location.origin + pathname + search + hash
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = windows.find((window) => window.url === address)
  return there ? there.focus() : worker.clients.openWindow(address)
}

/** The browser gave this device another address: the server is told, as long as somebody is signed in here. */
async function renew(old: PushSubscription | null | undefined): Promise<void> {
  if (!old) return
  const { endpoint, keys } = (await worker.registration.pushManager.subscribe(old.options)).toJSON()
  await fetch('/api/v1/push/devices', {
    method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ endpoint, keys, label: navigator.userAgent.slice(0, LABEL_MAX) }),
  })
}
