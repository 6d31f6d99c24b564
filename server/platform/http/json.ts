import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { FastifyInstance } from 'fastify'

/** Nothing that is sent lies this deep; what does would break whatever reads it step by step. */
const DEPTH_MAX = 200

/** An object with this name cannot be made a text any more, which ends whatever compares it with a number. */
const UNREADABLE = 'toString'

/**
 * Sees, a level at a time, that what was sent can be looked at at all.
 * @throws {Refusal} `bad_input`
 */
function requireReadable(value: unknown): void {
  let level = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) throw new Refusal('bad_input', said`The request is nested more than ${DEPTH_MAX} levels deep.`, said`Send it flatter; nothing was stored.`)
    const objects = level.filter((one) => typeof one === 'object' && one !== null)
    if (objects.some((one) => Object.hasOwn(one, UNREADABLE))) throw new Refusal('bad_input', said`Something in the request is called ${UNREADABLE}, which nothing here is.`, said`Leave it out; nothing was stored.`)
    level = objects.flatMap((one) => Object.values(one))
  }
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
      try {
        if (!error) requireReadable(value)
        done(error, value)
      } catch (refusal) {
        done(refusal as Refusal)
      }
    })
  })
}
