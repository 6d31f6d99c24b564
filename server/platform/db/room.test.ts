import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { roomOn } from './room.ts'

const MB = 2 ** 20

test('there is room as long as PostgreSQL has some for its log, and the disk is asked ten times in a second at most', () => {
  let [free, elapsed, asked] = [48 * MB, 0, 0]
  const room = roomOn('/', { free: () => { asked += 1; return free }, elapsed: () => elapsed })
  expect(room.isLeft()).toBe(true)
  room.require()
  free -= 1
  elapsed = 99
  expect([room.isLeft(), asked]).toEqual([true, 1])
  elapsed = 100
  expect([room.isLeft(), asked]).toEqual([false, 2])
  expect(() => room.require()).toThrow(expect.objectContaining({ code: 'ENOSPC' }))
  free += 1
  elapsed = 200
  expect(room.isLeft()).toBe(true)
})

test('it is asked of the disk that holds the folder', () => {
  expect(typeof roomOn(tmpdir()).isLeft()).toBe('boolean')
  expect(() => roomOn('/a folder that is not there').isLeft()).toThrow(expect.objectContaining({ code: 'ENOENT' }))
})
