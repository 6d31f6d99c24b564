import { lazy } from 'react'

/** What links to an entry, at the foot of its page; loaded when such a page is open. */
export const LinksFoot = lazy(async () => ({ default: (await import('../links/LinksFoot.tsx')).LinksFoot }))
/** Where somebody is called by name. */
export const PersonLinks = lazy(async () => ({ default: (await import('../links/PersonLinks.tsx')).PersonLinks }))
