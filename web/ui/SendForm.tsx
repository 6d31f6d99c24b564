import './SendForm.css'
import { useEffect, useRef } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { Button } from './Button.tsx'
import { Problem } from './Problem.tsx'
import { isSaidAt } from './said-at.ts'

type Props = {
  /** The verb that sends it: `Save the hours`. */
  submit: string
  onSubmit: () => void
  busy?: boolean
  problem?: ProblemView | undefined
  /** Fields of the request that say themselves what is wrong with them, by `useSaidAt`. */
  saysAt?: readonly string[]
  /** Links beside the button: a way back. */
  aside?: ReactNode
  /** `quiet` where the page has another first thing to do. */
  look?: 'primary' | 'quiet'
  /** Names the form for people who hear the page. */
  label?: string
  wide?: boolean
  children: ReactNode
}

/** Fields that are sent together. A field that is wrong gets the focus, and one whose text could not be read holds them back; what the server refused stands above the button. */
export function SendForm({ submit, onSubmit, busy = false, problem, saysAt = [], aside, look = 'primary', label, wide = false, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const unread = form.current?.querySelector<HTMLElement>('[data-unread]')
    if (unread) return unread.focus()
    onSubmit()
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-wrong]')?.focus())
  }
  const atField = problem !== undefined && isSaidAt(problem, saysAt)
  useEffect(() => { if (atField) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus() }, [problem, atField])
  return (
    <form className="send-form" ref={form} noValidate onSubmit={send} aria-label={label} data-wide={wide || undefined}>
      {children}
      {problem && !atField && <Problem title={problem.title} detail={problem.detail} next={problem.next} textSafe />}
      <div className="send-form-actions">
        <Button type="submit" look={look} busy={busy}>{submit}</Button>
        {aside}
      </div>
    </form>
  )
}

