import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { problemFrom } from './api.ts'

/** Stands in for a page that could not be drawn. Drafts are kept on the device, so the text is safe. */
export function PageProblem({ error, reset }: { error: unknown, reset: () => void }) {
  const { title, detail, next } = problemFrom(error)
  return (
    <div className="plain" id="main" role="main" tabIndex={-1}>
      <Page title="This page could not be shown">
        <Problem title={title} detail={detail} next={next} textSafe action={<><LinkAction strong onClick={reset}>Try again</LinkAction><LinkAction href="/">Go to the brief</LinkAction></>} />
      </Page>
    </div>
  )
}

/** Nothing stands at this address, or nothing that this person may see; the two are not told apart. */
export function NotFound() {
  return (
    <div className="plain" id="main" role="main" tabIndex={-1}>
      <Page title="Nothing stands here" lede="The address may be mistyped, or it belongs to something you cannot see.">
        <p style={{ marginTop: 16 }}><LinkAction strong href="/">Go to the brief</LinkAction></p>
      </Page>
    </div>
  )
}
