import { EMPTY_CONTENT } from './content.ts'
import type { DecisionContent, DecisionOption } from './content.ts'
import { WINDOW_DAYS } from './window.ts'
import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'

export const TEMPLATES = ['blank', 'feature', 'agreement', 'memo'] as const
export type TemplateName = (typeof TEMPLATES)[number]
/** A decision to begin with; `windowDays` in working days, `notes` for whoever writes it. */
export type Beginning = { readonly content: DecisionContent; readonly windowDays: number; readonly notes: readonly Said[] }

/** Comments on a feature take two to three days (002:220–226). Unit: working days. */
const FEATURE_DAYS = 3
/** A memo is read in full, and so takes no longer than this (002:262). Unit: pages. */
const MEMO_PAGES = 6

/** The option of a change of the agreement that applies it. */
export const PROPOSED_OPTION = 'proposed'
/** The option that leaves everything as it is. */
export const AS_IS_OPTION = 'as-is'

const option = (id: string, title = ''): DecisionOption => ({ id, title, body: '', tradeOffs: [] })

/** What each template begins with. Fields stay empty where only the author knows. */
export function beginningOf(template: TemplateName): Beginning {
  switch (template) {
    case 'blank': return { content: { ...EMPTY_CONTENT, options: [option('option-1'), option('option-2')] }, windowDays: WINDOW_DAYS, notes: [said`Two options at least; leaving things as they are is one.`] }
    case 'feature': return {
      content: {
        ...EMPTY_CONTENT, options: [option('as-proposed', 'Build it as proposed'), option(AS_IS_OPTION, 'Leave things as they are')],
        confirmation: '- Updates stand in the discussion while it is built.\n- A demo shows it when it is done.',
      },
      windowDays: FEATURE_DAYS, notes: [said`A proposal, then three working days for positions, a call of up to 30 minutes where objections remain, the decision, updates while it is built, and a demo.`],
    }
    case 'agreement': return {
      content: { ...EMPTY_CONTENT, title: 'Change how we work: ', options: [option(AS_IS_OPTION, 'As it is'), option(PROPOSED_OPTION, 'As proposed')], recommendation: { optionId: PROPOSED_OPTION, why: '' } },
      windowDays: WINDOW_DAYS, notes: [said`Write the agreement as it would be. Signing the option “As proposed” puts it in force.`, said`Whoever is accountable must be somebody who may change the agreement.`],
    }
    case 'memo': return {
      content: { ...EMPTY_CONTENT, context: '## What is at stake\n\n## What we know\n\n## What we assume\n\n## What we have tried\n', options: [option('option-1'), option('option-2')] },
      windowDays: WINDOW_DAYS, notes: [said`In full sentences, ${MEMO_PAGES} pages at most: readers read it all.`, said`Say of each claim whether it is known or assumed, and how sure you are.`],
    }
  }
}

/** A thread as far as a decision begins from it. */
export type Origin = {
  readonly number: number; readonly title: string; readonly body: string
  /** Where it stands, in one line; empty where nobody said. */
  readonly state: string
  /** Questions that are open in it. */
  readonly openPoints: readonly string[]
}

/** A decision that begins in a thread: its title, where it stands, and its open points as what has to be decided. */
export function fromThread({ content, windowDays, notes }: Beginning, { number, title, body, state, openPoints }: Origin): Beginning {
  const points = openPoints.filter((point) => point !== title)
  const needed = [title, ...points.length === 0 ? [] : [points.map((point) => `- ${point.replaceAll('\n', ' ')}`).join('\n')]].join('\n\n')
  const context = [`From #${number}.`, ...state === '' ? [] : [`Where it stands: ${state}`], ...body.trim() === '' ? [] : [body.trim()]].join('\n\n')
  return {
    content: { ...content, title: `${content.title}${title}`, needed, context: content.context === '' ? context : `${context}\n\n${content.context}` }, windowDays,
    notes: [...notes, points.length === 0 ? said`Begun from #${number}; read what it took over.` : said`Begun from #${number} with its open points; read what it took over.`],
  }
}
