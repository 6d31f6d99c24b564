/**
 * Remembers what a pure function of a text or number answered, since the same dates, times and zones are asked for again and again
 * for many people, and zone arithmetic is the dearest thing that the rules do. Answers must never be changed.
 *
 * @param most how many answers are kept; when one more comes, all are let go of
 */
export function remembering<Key extends string | number, T>(most: number): (key: Key, make: () => T) => T {
  const known = new Map<Key, T>()
  return (key, make) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make()
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}
