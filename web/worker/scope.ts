/** What a worker has and a page has not; the two libraries of types cannot stand side by side in one room. */
type Windows = { url: string, focus: () => Promise<unknown> }
type WorkerScope = {
  addEventListener: (kind: string, hear: (event: WorkerEvent) => void) => void
  clients: { claim: () => Promise<void>, matchAll: (wanted: { type: 'window', includeUncontrolled: boolean }) => Promise<Windows[]>, openWindow: (url: string) => Promise<unknown> }
  registration: ServiceWorkerRegistration
  location: Location
}
export type WorkerEvent = {
  waitUntil: (work: Promise<unknown>) => void
  data?: { json: () => { title: string, body: string, url: string, tag: string } }
  notification?: Notification
  oldSubscription?: PushSubscription | null
}

export const worker = globalThis as unknown as WorkerScope
