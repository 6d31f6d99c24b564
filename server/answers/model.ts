import type { Answer } from '#contract/answers.ts'
import { askedOfModel, takenFromModel } from '#domain/answers/model-words.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { readAllowed } from '#server/platform/outbound-target.ts'
import { makeOutbound } from '#server/platform/outbound.ts'
import { z } from 'zod'

/** Somebody waits for the answer; the passages alone are there without. Unit: ms. */
const PATIENCE_MS = 8000
/** Why there is no draft, for who is used to one. */
const WITHOUT = said`The model of this server gave no answer in time; these are the passages without it.`
const ANSWER_MAX_BYTES = 100_000

const Said = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })

/**
 * Lets the model that whoever runs the server has set up order the passages and draft out of them; nothing else of the record leaves the
 * house. Without one, and where it says anything else, the answer stays as it was; where it is slow or broken, that is said.
 */
export async function withModel(act: Pick<Act, 'server' | 'actor'>, q: string, answer: Answer): Promise<Answer> {
  const { model } = act.server
  if (model === null || answer.quotes.length === 0) return answer
  const heard = await saidBy(model, q, answer.quotes)
  if (heard === null) return { ...answer, sentence: `${answer.sentence} ${inWords(WITHOUT, wordsOf(act))}` }
  const taken = takenFromModel(heard, answer.quotes.length)
  if (taken === null) return answer
  const numberAt = (place: number) => answer.quotes[place]?.number ?? 0
  const draft = taken.draft && {
    by: model.name, sources: [...new Set(taken.draft.sources.map(numberAt))], text: taken.draft.text.replaceAll(/\[(\d{1,2})\]/g, (mark, place: string) => numberAt(Number(place) - 1) === 0 ? mark : `#${numberAt(Number(place) - 1)}`),
  }
  return { ...answer, draft, quotes: taken.order.flatMap((place) => answer.quotes[place] ?? []) }
}

type Model = NonNullable<Act['server']['model']>

async function saidBy(model: Model, q: string, quotes: Answer['quotes']): Promise<string | null> {
  const url = `${model.url}${model.url.endsWith('/') ? '' : '/'}chat/completions`
  const body = JSON.stringify({ model: model.name, temperature: 0, messages: askedOfModel(q, quotes) })
  try {
    const { status, body: bytes } = await makeOutbound(allowing(model.url)).fetchOutside(url, {
      method: 'POST', body, timeoutMs: model.patienceMs ?? PATIENCE_MS, maxBytes: ANSWER_MAX_BYTES, redirects: 0,
      headers: { 'content-type': 'application/json', ...(model.key !== null && { authorization: `Bearer ${model.key}` }) },
    })
    const parsed = status === 200 ? Said.safeParse(JSON.parse(bytes.toString())) : null
    return parsed?.success ? parsed.data.choices[0]?.message.content ?? null : null
  } catch { return null }
}

/** Whoever runs the server has named this very address, so it may be inside; no other is called for a model. */
function allowing(url: string) {
  const { hostname, port, protocol } = new URL(url)
  return readAllowed(`${hostname}:${port === '' ? protocol === 'https:' ? '443' : '80' : port}`)
}
