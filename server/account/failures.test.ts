import { Refusal } from '#domain/refusal.ts'
import { describe, expect, test } from 'vitest'
import { countFailures } from './failures.ts'

function account() {
  let ms = 0
  const failures = countFailures(() => ms)
  const fail = (times: number, email = 'olga@example.com') => { for (let time = 0; time < times; time += 1) failures.wrong(email) }
  return { failures, fail, wait: (minutes: number) => { ms += minutes * 60_000 } }
}

describe('wrong passwords', () => {
  test('nine are taken, the tenth closes the account to passwords, however it is spelt', () => {
    const { failures, fail } = account()
    fail(9)
    expect(() => failures.check('olga@example.com')).not.toThrow()
    fail(1)
    expect(() => failures.check('OLGA@example.com')).toThrow(Refusal)
    expect(() => failures.check('ben@example.com')).not.toThrow()
  })

  test('are forgiven after a quarter of an hour, and by the right one', () => {
    const { failures, fail, wait } = account()
    fail(10)
    wait(15)
    expect(() => failures.check('olga@example.com')).not.toThrow()
    fail(10)
    failures.right('olga@example.com')
    expect(() => failures.check('olga@example.com')).not.toThrow()
  })

  test('of ten thousand made-up addresses do not pile up, and newer ones are kept', () => {
    const { failures, fail } = account()
    fail(10, 'first@example.com')
    for (let made = 0; made < 10_000; made += 1) failures.wrong(`${made}@example.com`)
    expect(() => failures.check('first@example.com')).not.toThrow()
    fail(10)
    expect(() => failures.check('olga@example.com')).toThrow(Refusal)
  })
})
