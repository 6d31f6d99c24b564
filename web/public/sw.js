// Shows that something waits while no page is open, and leads there on a click. It keeps nothing and serves no page.

addEventListener('push', (event) => {
  const { title, body, url, tag } = event.data.json()
  event.waitUntil(registration.showNotification(title, { body, tag, icon: '/mark.svg', data: { url } }))
})

addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(lead(event.notification.data.url))
})

/** Only ever to a page of this server, whatever a message says. */
async function lead(url) {
  const { pathname, search, hash } = new URL(url, location.origin)
  const address = location.origin + pathname + search + hash
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = windows.find((window) => window.url === address)
  return there ? there.focus() : clients.openWindow(address)
}

/** The browser gave this device another address: the server is told, as long as somebody is signed in here. */
addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renew(event.oldSubscription))
})

async function renew(old) {
  if (!old) return
  const { endpoint, keys } = (await registration.pushManager.subscribe(old.options)).toJSON()
  await fetch('/api/v1/push/devices', {
    method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ endpoint, keys, label: navigator.userAgent.slice(0, 200) }),
  })
}
