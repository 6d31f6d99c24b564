import { dropSearch, listSearches, lookAtSearch, saveSearch } from '#contract/searches.ts'
import { useState } from 'react'
import { problemFrom, useRead, useWrite } from '../app/api.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { RailPart } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { addressOf } from './question.ts'
import { t, tr } from '../ui/words.ts'

/** As the contract has it. Unit: characters. */
const NAME_MAX = 80
const refreshes = ['searches']

type Props = { question: string, onAsk: (question: string) => void }

/** The searches that I keep, with what is new in them, and a form that keeps the one of this page. */
export function SavedSearches({ question, onAsk }: Props) {
  const { data } = useRead(listSearches, {})
  const look = useWrite(lookAtSearch, { refreshes })
  const drop = useWrite(dropSearch, { refreshes })
  const asked = question.trim()
  const kept = data?.items.find(({ q }) => q === asked)
  if (!data || (data.items.length === 0 && asked === '')) return null
  return (
    <RailPart title={t`Saved searches`}>
      <ul className="search-narrow">
        {data.items.map(({ id, name, q, fresh, digest }) => (
          <li key={id}><a href={addressOf(q)} onClick={() => { onAsk(q); look.mutate({ id }) }}>{name}</a> <small>{[fresh > 0 && t`${fresh} new`, digest && t`in the digest`].filter(Boolean).join(', ')}</small></li>
        ))}
      </ul>
      {asked !== '' && (kept ? <LinkAction busy={drop.isPending} onClick={() => drop.mutate({ id: kept.id })}>{tr`Forget “${kept.name}”`}</LinkAction> : <KeepForm question={asked} />)}
    </RailPart>
  )
}

function KeepForm({ question }: { question: string }) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [digest, setDigest] = useState(true)
  const save = useWrite(saveSearch, { refreshes, onDone: () => setOpen(false) })
  if (!open) return <LinkAction onClick={() => setOpen(true)}>{t`Save this search`}</LinkAction>
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') save.mutate({ name: name.trim(), q: question, digest }) }}>
      <Field label={t`Its name`} value={name} onChange={setName} maxLength={NAME_MAX} />
      <Checkbox label={t`What is new stands in my digest`} checked={digest} onChange={setDigest} />
      {save.error && <Problem {...problemFrom(save.error)} />}
      <p><LinkAction strong busy={save.isPending} disabled={name.trim() === ''} onClick={() => save.mutate({ name: name.trim(), q: question, digest })}>{t`Save`}</LinkAction> <LinkAction onClick={() => setOpen(false)}>{t`Leave it`}</LinkAction></p>
    </form>
  )
}
