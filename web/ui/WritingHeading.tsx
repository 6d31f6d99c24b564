import { toTitle } from './to-title.ts'

/** The heading of a place where something is written: unseen, and arriving at it is arriving at the title. */
export function WritingHeading({ children }: { children: string }) {
  return <h1 className="unseen" tabIndex={-1} ref={leadToTitle}>{children}</h1>
}

function leadToTitle(heading: HTMLHeadingElement | null) {
  heading?.addEventListener('focus', () => toTitle(heading.parentElement))
}
