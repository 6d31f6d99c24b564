import type { Case } from './cases.ts'
import type { Seeded } from './seed.ts'

/** Words of these ranks, and of the next tenth of them: the n-th word is about as common as one over n. */
const QUESTIONS = [['search two rare words', [2000, 5000]], ['search a common and a rare word', [20, 3000]]] as const
const ANSWERED = [40, 900, 2500, 7000] as const

/** What the same words cost as SQL alone: the newest texts that hold both, of the spaces that the reader has joined. */
const ALONE = `select x.id, x.title, x.at from entry_text x where x.workspace_id = $1 and not x.hidden and x.words @@ $3::tsquery
  and x.space_id in (select m.space_id from space_member m where m.workspace_id = $1 and m.person_id = $2) order by x.at desc, x.id desc limit 20`

/** Search and answers as a member with 30 spaces. Each question is another one. */
export function searchCases({ workspaceId, readerId }: Seeded, headers: Record<string, string>): Case[] {
  const worded = (ranks: readonly number[]) => {
    let turn = 0
    return () => { turn += 1; return ranks.map((rank) => `w${rank + turn % Math.max(1, Math.floor(rank / 10))}`) }
  }
  const alone = (words: () => string[]) => ({ text: ALONE, values: () => [workspaceId, readerId, words().map((word) => `'${word}'`).join(' & ')] })
  const ask = (path: string, words: () => string[]) => () => ({ method: 'GET' as const, path: `/api/v1${path}?q=${encodeURIComponent(`${words().join(' ')} `)}`, headers })
  return [
    ...QUESTIONS.map(([name, ranks]): Case => ({ name, budget: { p50: 3, p99Ms: 60 }, besideSqlAlone: true, ask: ask('/search', worded(ranks)), statement: alone(worded(ranks)) })),
    { name: 'answer a question', budget: {}, besideSqlAlone: true, ask: ask('/answers', worded(ANSWERED)), statement: alone(worded(ANSWERED.slice(1, 3))) },
  ]
}
