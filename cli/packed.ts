/** The entry of the packed command line: Node gained Temporal in 26, and people run it on theirs. */
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
await import('./main.ts')
