import ipaddr from 'ipaddr.js'

/** Everything that is routed on the public internet of IPv6 stands here (RFC 4291, IANA registry of 2026). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/** Public by their number, but answered by the machine's own host: the wire server of Azure. */
const ANSWERED_BY_THE_HOST: ReadonlySet<string> = new Set(['168.63.129.16'])

/**
 * Whether an address belongs to the public internet. Loopback, private, link-local (where clouds keep their metadata),
 * carrier-grade NAT, multicast and reserved addresses do not, nor does any form of IPv6 that carries an IPv4 address.
 * @param text an address as a resolver gives it; anything else is not public
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast' || ANSWERED_BY_THE_HOST.has(address.toString())) return false
  return address.kind() === 'ipv4' || (address instanceof ipaddr.IPv6 && address.match(GLOBAL_UNICAST))
}

/** Whether a name is an address already, so that nothing is to be resolved. */
export const isAddress = (host: string): boolean => ipaddr.isValid(host)
