import { answerAsk, postAsk } from '#contract/asks.ts'
import * as contract from '#contract/answers.ts'
import * as faq from '#contract/faq.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'

const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }

/** An ask of a member in the open space, answered by the insider. */
async function answered(world: World): Promise<number> {
  const { number } = await (await world.as('member'))(postAsk, { spaceId: world.spaces.open, title: 'How is the batch run?', kind: 'answer', to: world.people.insider })
  await (await world.as('insider'))(answerAsk, { number, body: 'By hand.' })
  return number
}

export const permissionRows: readonly Row[] = [
  row(contract.ask, 'of everything one sees', () => ({ q: 'what is the state of the batch' }), EVERYBODY),
  row(contract.ask, 'about somebody', () => ({ q: 'who works the most hours' }), EVERYBODY),
  row(faq.faqCandidates, 'everywhere one sees', () => ({}), EVERYBODY),
  row(faq.faqCandidates, 'of a private space', (world) => ({ spaceId: world.spaces.private }), INSIDERS),
  row(faq.keepFaq, 'in the open space', async (world) => ({ number: await answered(world) }), EVERYBODY_HERE),
  row(faq.keepFaq, 'of what is in a private space', (world) => ({ number: world.wraps.private }), { ...INSIDERS, insider: 'bad_input' }),
  row(faq.faqOf, 'in the open space', async (world) => ({ number: await answered(world) }), EVERYBODY_HERE),
  row(faq.faqOf, 'of what is in a private space', (world) => ({ number: world.wraps.private }), INSIDERS),
  row(faq.dropFaq, 'in the open space', async (world) => ({ number: await answered(world) }), EVERYBODY_HERE),
  row(faq.dropFaq, 'of what is in a private space', (world) => ({ number: world.wraps.private }), INSIDERS),
]
