import { DAY_MINUTES } from './day-minutes.ts'
import type { Span } from './day-minutes.ts'

/** A moment on the ribbon with the words above it. */
export type Landing = { at: number, label: string }

/** What a day ribbon shows. All times are minutes since midnight of the reader's day. */
export type RibbonShape = {
  /** Real length of the reader's day: 1440, or 1380 and 1500 when the clock changes. */
  dayMinutes?: number | undefined
  work: readonly Span[]
  focus?: readonly Span[] | undefined
  /** Delivery windows: when messages that can wait arrive. */
  windows?: readonly number[] | undefined
  /** Shared with everybody else shown: the overlap. */
  share?: readonly Span[] | undefined
  now?: number | undefined
  /** Midnight of somebody else, or of the reader inside a longer stretch. */
  notch?: number | undefined
  land?: Landing | undefined
  due?: Landing | undefined
  /** The stretch shown; the whole day when absent. */
  from?: number | undefined
  to?: number | undefined
  /** Hour labels; every six hours (three on a short stretch) when absent. */
  ticks?: readonly Landing[] | undefined
}

export type Anchor = 'start' | 'middle' | 'end'
/** Left edge and width, both in per cent of the ribbon. */
export type Bar = { x: number, width: number }
export type Label = { x: number, text: string, anchor: Anchor }
export type Ribbon = {
  work: Bar[], focus: Bar[], share: Bar[], windows: number[], hours: Label[]
  now: number | undefined, notch: number | undefined, land: Label | undefined, due: Label | undefined
}

/** Stretches up to this length get a label every three hours instead of six. Unit: minutes. */
const SHORT_STRETCH = 14 * 60
/** Labels closer to an edge than this would run over it. Unit: per cent. */
const EDGE = 9
/** Two labels closer than this would touch on a narrow rail. Unit: per cent. */
const APART = 30

/** Turns a day into places on a band that is 100 per cent wide. Whatever lies outside the stretch is cut off. */
export function layRibbon(shape: RibbonShape): Ribbon {
  const day = shape.dayMinutes ?? DAY_MINUTES
  const from = shape.from ?? 0
  const to = shape.to ?? day
  const place = (at: number) => ((at - from) / (to - from)) * 100
  const inside = (at: number | undefined) => (at !== undefined && at >= from && at <= to ? place(at) : undefined)
  const bars = (spans: readonly Span[] = []) => spans.flatMap((span) => cut(span, from, to).map(([a, b]) => ({ x: place(a), width: place(b) - place(a) })))
  const [land, due] = keepApart(labelAt(shape.land, inside), labelAt(shape.due, inside))
  return {
    work: bars(shape.work), focus: bars(shape.focus), share: bars(shape.share),
    windows: (shape.windows ?? []).flatMap((at) => inside(at) ?? []),
    hours: (shape.ticks ?? everyFewHours(from, to)).flatMap((tick) => hourLabel(tick, inside)),
    now: inside(shape.now), notch: inside(shape.notch), land, due,
  }
}

function cut([from, to]: Span, start: number, end: number): Span[] {
  const a = Math.max(from, start)
  const b = Math.min(to, end)
  return b > a ? [[a, b]] : []
}

function everyFewHours(from: number, to: number): Landing[] {
  const step = to - from > SHORT_STRETCH ? 360 : 180
  const ticks: Landing[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    ticks.push({ at, label: String((at / 60) % 24).padStart(2, '0') })
  }
  return ticks
}

function hourLabel(tick: Landing, inside: (at: number) => number | undefined): Label[] {
  const x = inside(tick.at)
  if (x === undefined) return []
  return [{ x, text: tick.label, anchor: x <= 0 ? 'start' : x >= 100 ? 'end' : 'middle' }]
}

function labelAt(mark: Landing | undefined, inside: (at: number) => number | undefined): Label | undefined {
  const x = mark && inside(mark.at)
  if (mark === undefined || x === undefined) return undefined
  return { x, text: mark.label, anchor: x < EDGE ? 'start' : x > 100 - EDGE ? 'end' : 'middle' }
}

function keepApart(one: Label | undefined, other: Label | undefined): [Label | undefined, Label | undefined] {
  if (!one || !other || Math.abs(one.x - other.x) > APART) return [one, other]
  const firstIsLeft = one.x <= other.x
  return [{ ...one, anchor: firstIsLeft ? 'end' : 'start' }, { ...other, anchor: firstIsLeft ? 'start' : 'end' }]
}
