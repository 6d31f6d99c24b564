import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { nameHeading } from '../app/tab-title.ts'

/** The `h1` of a page: receives focus on arrival, and names the browser's tab where the address does not. */
export function PageTitle({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => nameHeading(heading.current?.textContent))
  return <h1 tabIndex={-1} ref={heading}>{children}</h1>
}
