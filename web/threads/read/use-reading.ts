import { useCallback, useEffect, useRef, useState } from 'react'
import { markRead } from '#contract/threads.ts'
import { call, refresh } from '../../app/api.ts'
import { useQueryClient } from '@tanstack/react-query'
import type { ThreadText } from './texts.ts'
import { readUpTo, unreadOf } from './unread.ts'

/** A text counts as read once its end, or a screenful of it, was in sight for so long. Unit: ms. */
const IN_SIGHT = 700
/** The mark is moved once scrolling rests. Unit: ms. */
const RESTS = 600

type Reading = {
  /** Place of the first text that was new when the page was opened. It stays, so that the line does not move while one reads. */
  firstNew: number | undefined
  /** How many were new then. */
  newCount: number
  /** Place of the last text when the page was opened; what is later came while it was open. */
  lastThen: number
  /** Marks everything as read, as somebody says so. */
  done: () => Promise<void>
  /** Marks as unread from a place on; nothing is marked as read after that until the page is left. */
  unreadFrom: (seq: number) => Promise<void>
}

/** Notes what was read: only texts that were on screen, in a window that was looked at. */
export function useReading(number: number, texts: readonly ThreadText[], readSeq: number, me: string): Reading {
  const queries = useQueryClient()
  const [then] = useState(() => {
    const fresh = readSeq < 0 ? [] : unreadOf(texts, readSeq, me)
    return { firstNew: fresh[0]?.seq, newCount: fresh.length, lastThen: texts.at(-1)?.seq ?? 0 }
  })
  const known = useRef({ texts, readSeq, stopped: false, sent: readSeq })
  known.current.texts = texts
  known.current.readSeq = readSeq
  const send = useCallback((seq: number, unread = false) => call(markRead, { number, seq, unread }).then(() => refresh(queries, ['threads.list', 'inbox', 'brief']), () => {}), [number, queries])
  useSeen(texts.length, useCallback((seen) => {
    const { stopped, sent } = known.current
    const mark = stopped ? undefined : readUpTo(known.current.texts, Math.max(known.current.readSeq, sent), seen, me)
    if (mark === undefined) return
    known.current.sent = mark
    void send(mark)
  }, [me, send]))
  return {
    ...then,
    done: () => send(known.current.texts.at(-1)?.seq ?? 0),
    unreadFrom: (seq) => {
      known.current.stopped = true
      return send(seq, true)
    },
  }
}

/** Calls back with the places of all texts that were in sight long enough, once scrolling rests. */
function useSeen(count: number, onSeen: (seen: ReadonlySet<number>) => void) {
  const seen = useRef(new Set<number>())
  useEffect(() => {
    const since = new Map<Element, number>()
    let rest: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(rest)
      rest = setTimeout(settle, RESTS)
    }
    const settle = () => {
      if (document.hidden) return
      for (const [element, at] of since) if (performance.now() - at >= IN_SIGHT) seen.current.add(Number(element.getAttribute('data-seq')))
      onSeen(seen.current)
      if ([...since.values()].some((at) => performance.now() - at < IN_SIGHT)) look()
    }
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting, intersectionRatio, boundingClientRect, rootBounds } of entries) {
        const fills = rootBounds !== null && boundingClientRect.top <= 0 && boundingClientRect.bottom >= rootBounds.height
        if (isIntersecting && (intersectionRatio >= 0.6 || fills)) since.set(target, since.get(target) ?? performance.now())
        else since.delete(target)
      }
      look()
    }, { threshold: [0, 0.2, 0.6, 1] })
    for (const element of document.querySelectorAll('[data-seq]')) observer.observe(element)
    document.addEventListener('visibilitychange', look)
    return () => {
      observer.disconnect()
      clearTimeout(rest)
      document.removeEventListener('visibilitychange', look)
    }
  }, [count, onSeen])
}
