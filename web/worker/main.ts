import { addRoute, cleanupOutdatedCaches, matchPrecache, precache } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { showWhatWaits } from './push.ts'
import { worker } from './scope.ts'

/** The files of this build, put in by `tools/build-worker.ts`. */
declare const FILES_OF_THE_APP: { url: string, revision: string | null }[]

/** How long a page may take before the one of this device is shown; it is the same app. Unit: ms. */
const PATIENCE = 4_000
/** What stands before the server says that nothing answers behind it. */
const NOBODY_BEHIND: readonly number[] = [502, 504]
/** Addresses that are not pages of the app. */
const NOT_PAGES = [/^\/api\//, /^\/dev\//, /^\/files\//, /^\/health\//, /^\/mcp/, /^\/metrics/]

// The app itself is kept on the device, and nothing that anybody wrote: that is kept, and let go, by the pages (`web/app/offline`).
precache(FILES_OF_THE_APP)
registerRoute(new NavigationRoute(({ request }) => page(request), { denylist: NOT_PAGES }))
addRoute()
cleanupOutdatedCaches()
showWhatWaits()
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

/** The server's page, so that a new build is there with the next visit; without an answer the one of this device. */
async function page(request: Request): Promise<Response> {
  const kept = () => matchPrecache('/index.html').then((found) => found ?? Response.error())
  const answer = await Promise.race([fetch(request).catch(() => undefined), new Promise<undefined>((late) => setTimeout(late, PATIENCE))])
  return answer === undefined || NOBODY_BEHIND.includes(answer.status) ? kept() : answer
}
