import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { isIP } from 'node:net'

/** What browsers bind a passkey to: the host alone for the key (`id`), the whole address for each use of it (`origin`). */
export type Site = { id: string; origin: string }

/**
 * The site as browsers see it; null where they make no passkeys: at a number instead of a name, or without encryption,
 * unless on one's own machine (Web Authentication, section 5.1.3).
 */
export function siteOf({ publicUrl }: { publicUrl: string }): Site | null {
  const { protocol, hostname, origin } = new URL(publicUrl)
  if (isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0) return null
  return protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost') ? { id: hostname, origin } : null
}

/** @throws {Refusal} `conflict` where this Longhand cannot be entered by passkey */
export function requireSite(server: { publicUrl: string }): Site {
  const site = siteOf(server)
  if (!site) throw new Refusal('conflict', said`Passkeys work where Longhand is reached by a name and with encryption, and this one is not.`, said`Whoever runs it sets PUBLIC_URL to an address such as https://longhand.example, or http://localhost:7400 on their own machine.`)
  return site
}
