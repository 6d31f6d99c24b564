import { describe, expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

/** Work whose end the test decides, and which counts its runs. */
function heldWork() {
  const ends: { done(): void; fail(): void }[] = []
  const run = inTurn(() => new Promise<void>((done, fail) => ends.push({ done, fail: () => fail(new Error('broke')) })))
  const settle = () => new Promise((resume) => setImmediate(resume))
  return { run, ends, settle }
}

describe('work in turn', () => {
  test('runs once for all who ask while it waits, and again for who asks while it runs', async () => {
    const { run, ends, settle } = heldWork()
    void run(); void run()
    await settle()
    expect(ends).toHaveLength(1)
    void run(); void run()
    await settle()
    expect(ends).toHaveLength(1)
    ends[0]?.done()
    await settle()
    expect(ends).toHaveLength(2)
  })

  test('goes on after a run that failed', async () => {
    const { run, ends, settle } = heldWork()
    const first = run()
    await settle()
    ends[0]?.fail()
    await expect(first).rejects.toThrow('broke')
    const second = run()
    await settle()
    ends[1]?.done()
    await second
    expect(ends).toHaveLength(2)
  })
})
