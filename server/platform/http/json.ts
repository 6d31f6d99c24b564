import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { FastifyInstance } from 'fastify'

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
    void parse(request, text, done)
  })
}
