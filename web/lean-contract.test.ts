import { describe, expect, test } from 'vitest'
import { leanOf } from './lean-contract.ts'

describe('the contract as a browser gets it', () => {
  test.each([
    ['a schema becomes the one that trusts', `import { z } from 'zod'\nconst A = z.object({ id: z.uuid().describe('Of one.') }).strict()`, `import { z } from 'zod'\nconst A = z`],
    ['and one that is made of it', `import { z } from 'zod'\nconst A = z.object({})\nconst B = A.extend({ id: z.uuid() })`, `import { z } from 'zod'\nconst A = z\nconst B = z`],
    ['parts of an input that operations share', `import { z } from 'zod'\nexport const both = { id: z.uuid(), at: z.string() }`, `import { z } from 'zod'\nexport const both = { id: z, at: z }`],
    ['shapes make schemas too', `import { Id, words } from './shapes.ts'\nexport const Name = words(100).optional()`, `import { z } from 'zod'\nimport { Id, words } from './shapes.ts'\nexport const Name = z`],
    ['numbers and functions stay', `import { z } from 'zod'\nexport const MAX = 10\nexport const of = (max) => Math.min(max, MAX)`, `import { z } from 'zod'\nexport const MAX = 10\nexport const of = (max) => Math.min(max, MAX)`],
    ['an operation keeps where it goes', `import { z } from 'zod'\nexport const read = operation({ name: 'a.read', method: 'GET', path: '/a/:id', needs: 'a:read', tool: true, does: 'Reads it.', reads: true, input: z.object({}), output: A, refuses: ['conflict'] })`,
      `import { z } from 'zod'\nexport const read = /* @__PURE__ */ operation({ name: 'a.read', method: 'GET', path: '/a/:id', reads: true, input: z, output: z })`],
  ])('%s', (_why, written, lean) => {
    expect(leanOf(written)).toBe(lean)
  })
})
