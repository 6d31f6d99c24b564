import type { RefObject } from 'react'
import type { Offer } from '#contract/asks.ts'
import type { AgreementSettings } from '#domain/agreement/settings.ts'
import { announce } from '../../app/Announcer.tsx'
import type { AskDraft } from './ask-draft.ts'
import { t } from '../../ui/words.ts'

/** Changes the form by what is offered to be answered sooner, and goes to the field that changed or is needed now. */
export function useOffers(page: RefObject<HTMLElement | null>, set: (part: Partial<AskDraft>) => void, responses: AgreementSettings['responses']) {
  const goTo = (field: string) => requestAnimationFrame(() => page.current?.querySelector<HTMLElement>(field)?.focus())
  return (offer: Offer) => {
    if (offer.kind === 'urgent') {
      set({ urgency: responses[0]?.name ?? null })
      announce(t`It is urgent now; say why.`)
      return goTo('[name=urgentReason]')
    }
    set({ to: offer.personId })
    announce(t`${offer.name} is asked now.`)
    return goTo('[role=combobox]')
  }
}
