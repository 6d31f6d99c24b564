import fastify from 'fastify'
import { REFUSALS } from '#domain/refusal.ts'
import { expect, test } from 'vitest'
import { addProblemPages } from './problem-pages.ts'

const app = fastify()
addProblemPages(app)

test.each(Object.keys(REFUSALS))('%s has a page of its own', async (code) => {
  const answer = await app.inject(`/problems/${code}`)
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain(`<code>${code}</code>`)
})

test('a code that there is not says so, and repeats nothing of what was asked', async () => {
  const answer = await app.inject('/problems/%3Cscript%3E')
  expect(answer.statusCode).toBe(404)
  expect(answer.body).not.toContain('<script')
})
