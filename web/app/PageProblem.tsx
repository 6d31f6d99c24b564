import type { ReactNode } from 'react'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { problemFrom } from './api.ts'
import { t } from '../ui/words.ts'

type Failed = { error: unknown, reset: () => void }

/** Stands in for a page that could not be drawn, inside the frame. Drafts are kept on the device, so the text is safe. */
export function PageProblem({ error, reset }: Failed) {
  const { title, detail, next } = problemFrom(error)
  return (
    <Page title={t`This page could not be shown`}>
      <Problem title={title} detail={detail} next={next} textSafe action={<><LinkAction strong onClick={reset}>{t`Try again`}</LinkAction><LinkAction href="/">{t`Go to the brief`}</LinkAction></>} />
    </Page>
  )
}

/** Nothing stands at this address, or nothing that this person may see; the two are not told apart. */
export function NotFound() {
  return (
    <Page title={t`Nothing stands here`} lede={t`The address may be mistyped, or it belongs to something you cannot see.`}>
      <p className="page-first"><LinkAction strong href="/">{t`Go to the brief`}</LinkAction></p>
    </Page>
  )
}

/** The same where there is no frame around it. */
export const RootProblem = (failed: Failed) => <Alone><PageProblem {...failed} /></Alone>
export const RootNotFound = () => <Alone><NotFound /></Alone>

function Alone({ children }: { children: ReactNode }) {
  return <main className="plain" id="main" tabIndex={-1}>{children}</main>
}
