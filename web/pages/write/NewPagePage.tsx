import '../pages.css'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import { createPage, pageTemplates } from '#contract/pages.ts'
import type { OutputOf } from '#contract/operation.ts'
import { PAGE_KINDS } from '#domain/pages/kinds.ts'
import { useRead } from '../../app/api.ts'
import { useMe } from '../../app/me.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { usePageSend } from '../use-page-write.ts'
import { createdFrom, mayBegin, NEW_PAGE } from './draft.ts'
import { PageForm } from './PageForm.tsx'
import { usePageDraft, waitingDraft } from './use-page-draft.ts'
import { heard, t, tr } from '../../ui/words.ts'

const SLOT = 'page:new'
/** On a phone ten templates would stand before the title; they are folded there. */
const ROOM = '(min-width: 721px)'

type Template = OutputOf<typeof pageTemplates>['templates'][number]
type Came = { kind: Template['kind'] | undefined, spaceId: string | undefined, parent: number | undefined }

/** Writes a page: from a template, or from an empty one. */
export function NewPagePage() {
  const me = useMe().data
  const query = useRouterState({ select: ({ location }) => location.searchStr })
  const templates = useRead(pageTemplates, {})
  if (!me || templates.isPending) return <Page title={t`Write a page`}><Skeleton lines={8} /></Page>
  return <Writing me={me} came={cameAlong(query)} templates={templates.data?.templates ?? []} />
}

/** @param query `?kind=runbook&space=…&parent=128`; what is not understood is left out */
export function cameAlong(query: string): Came {
  const given = new URLSearchParams(query)
  const parent = Number(given.get('parent'))
  return { kind: PAGE_KINDS.find((kind) => kind === given.get('kind')), spaceId: given.get('space') ?? undefined, parent: Number.isSafeInteger(parent) && parent > 0 ? parent : undefined }
}

function Writing({ me, came, templates }: { me: MeView, came: Came, templates: readonly Template[] }) {
  const router = useRouter()
  const joined = me.spaces.filter((space) => space.joined)
  const spaceId = joined.find(({ id }) => id === came.spaceId)?.id ?? (joined.length === 1 ? joined[0]?.id : undefined) ?? null
  const wanted = templates.find(({ kind }) => kind === came.kind)
  const drafting = usePageDraft(SLOT, { ...NEW_PAGE, ...(wanted && { kind: wanted.kind, text: wanted.text, title: wanted.title }), spaceId, parent: came.parent ?? null }, me.person.id)
  const { value, set, found } = drafting
  const { send, busy, problem } = usePageSend(createPage, {
    personId: me.person.id, onWaiting: drafting.draft.clear,
    named: ({ title, text = '' }) => ({ title: t`A page: ${title}`, text, href: '/pages/new', draft: waitingDraft(SLOT, me.person.id, value) }),
  })
  const fits = mayBegin(value, templates)
  const [offers] = useState(fits && templates.length > 0)
  const other = wanted && found && value.text !== wanted.text ? wanted : undefined
  const begin = (template: Template) => set({ kind: template.kind, text: template.text, title: fits || value.title === '' ? template.title : value.title, spaceId: spaceId ?? value.spaceId, parent: came.parent ?? value.parent })
  const create = () => {
    if (value.spaceId !== null) send(createdFrom(value, value.spaceId), ({ number }) => {
      drafting.draft.clear()
      router.history.replace(`/${number}`)
    })
  }
  return (
    <PageForm
      me={me} drafting={drafting} heading={t`Write a page`} over={t`A new page`} isNew save={t`Keep the page`} onSave={create} busy={busy} problem={problem}
      notices={
        <>
          {other && <Notice>{t`You had begun a page, as it stands below.`} <LinkAction strong onClick={() => begin(other)}>{tr`Begin with “${other.name}” instead`}</LinkAction></Notice>}
          {offers && !other && <Begin templates={templates} text={value.text} may={fits} onBegin={begin} />}
        </>
      }
    />
  )
}

type BeginProps = { templates: readonly Template[], text: string, /** Nothing of one's own would be lost. */ may: boolean, onBegin: (template: Template) => void }

/** What the page may begin with. It stays where it is while somebody writes, so that nothing moves under their hands. */
function Begin({ templates, text, may, onBegin }: BeginProps) {
  const taken = templates.find((template) => template.text === text && text !== '')
  const [open, setOpen] = useState(taken === undefined && matchMedia(ROOM).matches)
  const begin = (template: Template) => {
    setOpen(false)
    onBegin(template)
  }
  return (
    <Disclosure summary={taken?.does ?? t`Begin with a template`} open={open}>
      <ul className="page-begin">{templates.map((template) => <li key={template.kind}><LinkAction disabled={!may} strong={template === taken} onClick={() => begin(template)}>{heard(template.name)}</LinkAction> <small>{heard(template.does)}</small></li>)}</ul>
    </Disclosure>
  )
}
