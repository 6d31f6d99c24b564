import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'

export const DECISION_STATES = ['draft', 'open', 'call_needed', 'ready', 'decided', 'provisional', 'expired', 'withdrawn', 'lapsed', 'superseded', 'deprecated'] as const
/**
 * `call_needed`: objections stand, and those who object and the accountable talk. `ready`: nothing stands against signing.
 * `provisional`: signed until a date; `expired`: that date passed without a word. `lapsed`: nobody decided in time.
 */
export type DecisionState = (typeof DECISION_STATES)[number]

/** Still to be decided, in front of everybody. */
export const OPEN_STATES: ReadonlySet<DecisionState> = new Set(['open', 'call_needed', 'ready'])
/** A record: its text never changes any more. */
export const RECORD_STATES: ReadonlySet<DecisionState> = new Set(['decided', 'provisional', 'expired', 'superseded', 'deprecated'])

export const DECISION_EVENTS = [
  'edit', 'open', 'see', 'position', 'roles', 'waive', 'deadline', 'replan', 'more_time', 'propose_call', 'place_call', 'hold_call', 'sign', 'withdraw', 'resume',
  'expire', 'confirm', 'supersede', 'deprecate', 'review',
] as const
/** `deadline`, `expire`: a timer fired. `replan`: hours or absences changed. `waive`: the accountable goes on without somebody's input. `supersede`: by another record. */
export type DecisionEventKind = (typeof DECISION_EVENTS)[number]

/** Allowed, with the states that may follow; or refused, with what happened and what to do. */
export type DecisionCell =
  | { readonly allowed: true; readonly to: readonly DecisionState[] }
  | { readonly allowed: false; readonly message: Said; readonly next: Said }

type Row = Readonly<Record<DecisionEventKind, DecisionCell>>

const to = (...states: DecisionState[]): DecisionCell => ({ allowed: true, to: states })
const no = (message: Said, next: Said): DecisionCell => ({ allowed: false, message, next })

const isDraft = no(said`This decision is a draft; nobody was asked yet.`, said`Open it for positions first.`)
const isOpen = no(said`This decision is open already.`, said`Take a position, or wait for its deadline.`)
const notReady = no(said`This decision cannot be signed yet.`, said`Its page says whose input is missing and which objections stand.`)
const notRecord = no(said`This is not decided yet.`, said`Sign it first, or withdraw it.`)
const noCall = no(said`No call is needed: no objection stands.`, said`Sign it, or wait for the input that is missing.`)
const callOpen = no(said`A call on the objections is proposed already.`, said`Write down what came out of it.`)
const inCall = no(said`Objections stand, and a call is needed.`, said`Hold the call and write down its outcome, or lift the objections.`)
const notProvisional = no(said`This decision holds without an end.`, said`Supersede or deprecate it when it no longer does.`)
const decided = no(said`This is decided, and its text never changes.`, said`Write a new decision that supersedes it.`)
const superseded = no(said`Another decision has superseded this one.`, said`Read the one that holds now; its link stands on this page.`)
const deprecated = no(said`This decision no longer holds.`, said`Write a new one.`)
const withdrawn = no(said`This decision was withdrawn.`, said`Take it up again as a draft, or write a new one.`)
const lapsed = no(said`This decision lapsed: nobody decided in time.`, said`Take it up again as a draft, or write a new one.`)

/** Every event refused in one sentence, but for what `still` names. */
const closed = (why: DecisionCell, still: Partial<Row>): Row => ({
  edit: why, open: why, see: why, position: why, roles: why, waive: why, deadline: why, replan: why, more_time: why, propose_call: why, place_call: why, hold_call: why, sign: why,
  withdraw: why, resume: why, expire: why, confirm: why, supersede: why, deprecate: why, review: why, ...still,
})

/** Before everybody: text, people and time may still change. */
const asked = (state: DecisionState, own: Partial<Row>): Row => closed(notRecord, {
  open: isOpen, see: to(state), deadline: to(state), replan: to(state), more_time: to(state), withdraw: to('withdrawn'), resume: isOpen, ...own,
})

/** Every pair of state and event. */
export const DECISION_TABLE: Readonly<Record<DecisionState, Row>> = {
  draft: closed(isDraft, { edit: to('draft'), open: to('open', 'ready'), see: to('draft'), roles: to('draft'), withdraw: to('withdrawn') }),
  open: asked('open', {
    edit: to('open'), position: to('open', 'ready'), roles: to('open', 'ready'), waive: to('open', 'ready'),
    deadline: to('open', 'ready', 'call_needed', 'lapsed'), propose_call: to('call_needed'), place_call: noCall, hold_call: noCall, sign: notReady,
  }),
  call_needed: asked('call_needed', {
    edit: to('call_needed'), position: to('call_needed', 'open', 'ready'), roles: to('call_needed'), waive: to('call_needed'), propose_call: callOpen, place_call: to('call_needed'), hold_call: to('ready', 'open'), sign: inCall,
  }),
  ready: asked('ready', { edit: to('open', 'ready'), position: to('ready', 'open'), roles: to('ready', 'open'), waive: to('ready'), propose_call: noCall, place_call: noCall, hold_call: noCall, sign: to('decided', 'provisional') }),
  decided: closed(decided, { see: to('decided'), roles: to('decided'), confirm: notProvisional, expire: notProvisional, supersede: to('superseded'), deprecate: to('deprecated'), review: to('decided') }),
  provisional: closed(decided, { see: to('provisional'), roles: to('provisional'), expire: to('provisional', 'expired'), confirm: to('decided'), supersede: to('superseded'), deprecate: to('deprecated'), review: to('provisional') }),
  expired: closed(decided, { see: to('expired'), roles: to('expired'), confirm: to('decided'), supersede: to('superseded'), deprecate: to('deprecated'), review: to('expired') }),
  withdrawn: closed(withdrawn, { see: to('withdrawn'), resume: to('draft') }),
  lapsed: closed(lapsed, { see: to('lapsed'), resume: to('draft'), withdraw: to('withdrawn') }),
  superseded: closed(superseded, { see: to('superseded') }),
  deprecated: closed(deprecated, { see: to('deprecated'), supersede: to('superseded') }),
}

/** Whether this event can happen to a decision in this state, whoever asks. */
export const canHappen = (state: DecisionState, event: DecisionEventKind): boolean => DECISION_TABLE[state][event].allowed
