/** So many places are remembered on a device. */
const REMEMBERED = 8
const keyOf = (personId: string) => `longhand.recent.${personId}`
/** Places that have a name of their own: an entry, a space, a person. */
const PLACE = /^\/(\d{1,9}|(spaces|people)\/[0-9a-f-]{36})$/

type Kept = Pick<Storage, 'getItem' | 'setItem'>

/** Where somebody has been lately on this device, the last place first. Addresses alone: what they are called is asked anew, of somebody who may still see it. */
export function recentPlaces(storage: Kept, personId: string): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(personId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((path): path is string => typeof path === 'string' && PLACE.test(path)) : []
  } catch {
    return []
  }
}

/** Remembers that somebody is here. */
export function noteVisit(storage: Kept, personId: string, path: string) {
  if (!PLACE.test(path)) return
  try {
    storage.setItem(keyOf(personId), JSON.stringify([path, ...recentPlaces(storage, personId).filter((one) => one !== path)].slice(0, REMEMBERED)))
  } catch {
    // Without storage nothing is remembered.
  }
}
