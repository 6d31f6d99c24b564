/** What is used of a package that comes without types. */
declare module 'mbox-reader' {
  import type { Readable } from 'node:stream'
  export type MboxMessage = { returnPath: string; time: Date | false; content: Buffer }
  export function mboxReader(input: Readable, options?: { gz?: boolean }): AsyncGenerator<MboxMessage>
}
