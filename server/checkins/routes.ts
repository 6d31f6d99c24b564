import * as contract from '#contract/checkins.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import type { NewEvent } from '#server/platform/events.ts'
import { answer, closePrompt, skip } from './answer.ts'
import { ask } from './blockers.ts'
import { create, edit, pauseMine } from './commands.ts'
import { ASK, askTurn, CLOSE, moveWindows, planPerson, planSpace } from './planning.ts'
import { viewAnswerByNumber, viewRound } from './round.ts'
import { listForms, listPrompts } from './views.ts'

const personOf = ({ payload }: NewEvent): string => String(payload?.['personId'] ?? '')

/** Standups, weekly forms and questions of one's own, each asked on the person's own clock. */
export const checkins: Feature = {
  name: 'checkins',
  routes: [
    on(contract.listForms, (act, input) => listForms(act, input.spaceId)),
    on(contract.createForm, create),
    on(contract.editForm, edit),
    on(contract.pauseForMe, pauseMine),
    on(contract.listPrompts, (act) => listPrompts(act)),
    on(contract.answerPrompt, answer),
    on(contract.skipPrompt, skip),
    on(contract.readRound, viewRound),
    on(contract.askBlocker, ask),
    on(contract.readAnswer, (act, input) => viewAnswerByNumber(act, input.number)),
  ],
  webhooks: { 'checkin.answered': 'checkin.answered' },
  timers: { [ASK]: askTurn, [CLOSE]: closePrompt }, finders: [ASK],
  listens: {
    'people.hours_changed': async (act, event) => {
      await planPerson(act, personOf(event))
      await moveWindows(act, personOf(event))
    },
    'people.changed': (act, event) => planPerson(act, personOf(event)),
    'space.joined': (act, event) => planPerson(act, personOf(event), event.spaceId ?? undefined),
    'space.changed': async (act, event) => { if (event.spaceId) await planSpace(act, event.spaceId) },
  },
}
