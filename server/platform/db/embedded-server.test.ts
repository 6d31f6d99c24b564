import { expect, test } from 'vitest'
import { sharedBuffersMib } from './embedded-server.ts'

const GIB = 2 ** 30

test.each([[0.25, 128], [0.5, 128], [1, 256], [4, 1024], [24, 6144], [32, 8192], [512, 8192]])('of %d GiB PostgreSQL keeps pages in %d MiB', (memory, kept) => {
  expect(sharedBuffersMib(memory * GIB)).toBe(kept)
})
