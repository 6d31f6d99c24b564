import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { FastifyInstance } from 'fastify'

/** Nothing that is sent lies this deep; what does would break whatever reads it step by step. */
const DEPTH_MAX = 200

/** Whether nothing lies deeper, asked a level at a time. */
function isShallow(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) return false
    level = level.flatMap((one) => typeof one === 'object' && one !== null ? Object.values(one) : [])
  }
  return true
}

/** Takes JSON only, and only well-formed UTF-8: text that could not be stored is refused, never mended in silence. */
export function acceptJson(app: FastifyInstance): void {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string
    try {
      text = decoder.decode(body as Buffer)
    } catch {
      done(new Refusal('bad_input', said`The request is not valid UTF-8.`, said`Encode it as UTF-8 and send it again.`))
      return
    }
    if (text === '') { done(null, {}); return }
    void parse(request, text, (error, value) => {
      if (error || isShallow(value)) done(error, value)
      else done(new Refusal('bad_input', said`The request is nested more than ${DEPTH_MAX} levels deep.`, said`Send it flatter; nothing was stored.`))
    })
  })
}
