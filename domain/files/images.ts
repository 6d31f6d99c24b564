/** Pictures that are shown in their place. Each is drawn and nothing in it is run; SVG can hold scripts and is not among them. */
const SHOWN: ReadonlySet<string> = new Set(['image/png', 'image/apng', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

/** @param type read from the bytes of a file, never from its name */
export const isShown = (type: string): boolean => SHOWN.has(type)
