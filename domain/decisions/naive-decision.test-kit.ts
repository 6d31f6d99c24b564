import type { DecisionEventKind, DecisionState } from './decision-table.ts'
import type { DecisionEvent, DecisionRoles, PositionKind } from './decision.ts'

/*
 * A decision as a person would keep it on a sheet of paper: who said what on which point, whether a call was held, and
 * when it is due. Nothing is carried from one state into the next; what it waits for is read off the sheet each time.
 * Times are milliseconds.
 */
type Said = { who: string; point: string; kind: PositionKind; round: number; heard: boolean }

/** What may be done in which state, by words of the issue; whoever asks, and whatever else is wrong. */
const ASKED = 'edit see position roles waive deadline replan more_time withdraw'
const MAY: Record<DecisionState, string> = {
  draft: 'edit open see roles withdraw', open: `${ASKED} propose_call`, call_needed: `${ASKED} place_call hold_call`, ready: `${ASKED} sign`, decided: 'see roles supersede deprecate review',
  provisional: 'see roles supersede deprecate review expire confirm', expired: 'see roles supersede deprecate review confirm', withdrawn: 'see resume', lapsed: 'see resume withdraw', superseded: 'see', deprecated: 'see supersede',
}

export class Sheet {
  stage: Exclude<DecisionState, 'open' | 'ready' | 'call_needed'> | 'asking' = 'draft'
  said: Said[] = []
  round = 0
  options: readonly string[] = ['a', 'b']
  people: DecisionRoles
  due: number | null = null
  phase = 'first'
  /** What closed it besides input; taken back by whoever speaks against it. */
  closed: '' | 'silence' | 'call' = ''
  callOn = false
  planned: number | null = null
  opened = new Set<string>()
  excused = new Set<string>()
  chosen: string | null = null
  until: number | null = null
  readonly oneWay: boolean
  constructor(oneWay: boolean, people: DecisionRoles) { this.oneWay = oneWay; this.people = people }

  asked(): string[] { return [...this.people.responsibleIds, ...this.people.consultedIds] }
  now(): Said[] { return this.said.filter(({ round }) => round === this.round) }
  missing(): string[] { return this.asked().filter((who) => !this.excused.has(who) && !this.now().some((one) => one.who === who && one.kind !== 'question')) }
  against(): Said[] { return this.said.filter(({ kind, heard }) => kind === 'objection' && !heard) }
  questions(): Said[] { return this.now().filter(({ kind }) => kind === 'question') }
  agreed(): boolean { return this.missing().length === 0 && this.against().length === 0 && !this.questions().some(({ who }) => this.asked().includes(who) && !this.excused.has(who)) }

  state(): DecisionState {
    if (this.stage !== 'asking') return this.stage
    if (this.agreed()) return 'ready'
    if (this.against().length > 0) return this.callOn ? 'call_needed' : 'open'
    return this.closed === '' ? 'open' : 'ready'
  }

  /** Everything that others can see of it, in one line. */
  line(): string {
    const state = this.state()
    const asking = this.stage === 'asking'
    return [
      state, this.round, asking ? this.due : null, this.phase, this.planned, asking && state === 'ready' ? this.closed || 'input' : '', this.missing(), this.against().map(({ who, point }) => who + point).sort(), [...this.opened].sort(),
      this.chosen, this.until, this.people.accountableId, this.people.informedIds,
    ].join('|')
  }

  /** Writes down what happened. @returns why it was refused; empty where it was not */
  happens(event: DecisionEvent, at: number): '' | 'conflict' | 'bad_input' {
    if (!MAY[this.state()].split(' ').includes(event.kind)) return 'conflict'
    const refused = this.take(event, at) ?? ''
    if (refused !== '') return refused
    if (this.against().length === 0) this.callOn = false
    if (this.state() !== 'call_needed') this.planned = null
    return ''
  }

  private take(event: DecisionEvent, at: number): 'bad_input' | 'conflict' | undefined {
    switch (event.kind) {
      case 'edit': return this.edit(event)
      case 'open': return this.open(event, at)
      case 'see': this.opened.add(event.by); return
      case 'position': return this.position(event)
      case 'roles': this.name(event.roles, ms(event.deadline)); return
      case 'waive': return this.waive(event.personId)
      case 'deadline': this.deadline(event, at); return
      case 'replan': this.due = Math.max(this.due ?? 0, ms(event.deadline) ?? 0); return
      case 'more_time': return this.moreTime(ms(event.deadline) ?? 0, at)
      case 'propose_call': if (this.against().length === 0) return 'conflict'; this.callOn = true; return
      case 'place_call': { const wanted = ms(event.startsAt) ?? 0; if (wanted <= at) return 'bad_input'; this.planned = wanted; return }
      case 'hold_call': return this.hold(event.outcome)
      case 'sign': return this.sign(event, at)
      case 'withdraw': this.stage = 'withdrawn'; return
      case 'resume': this.resume(); return
      case 'expire': if (at >= (this.until ?? 0)) this.stage = 'expired'; return
      case 'confirm': Object.assign(this, { stage: 'decided', until: null }); return
      case 'supersede': this.stage = 'superseded'; return
      case 'deprecate': this.stage = 'deprecated'; return
      case 'review': return
    }
  }

  private edit(event: Of<'edit'>) {
    if (this.stage === 'draft') { this.options = event.optionIds; return }
    if (event.optionIds.length < 2) return 'bad_input'
    Object.assign(this, { options: event.optionIds, round: this.round + 1, closed: '', phase: 'first', opened: new Set() })
    this.due = Math.max(this.due ?? 0, ms(event.deadline) ?? 0)
    for (const one of this.said) one.heard = false
  }

  private open(event: Of<'open'>, at: number) {
    if (this.people.accountableId === null || this.options.length < 2 || (ms(event.deadline) ?? 0) <= at) return 'bad_input'
    Object.assign(this, { stage: 'asking', due: ms(event.deadline), phase: 'first', round: this.round + 1, opened: new Set() })
  }

  private position({ by, position, about, text }: Of<'position'>) {
    const point = `${about.optionId ?? ''}/${about.tradeOffId ?? ''}`
    const old = this.said.some((one) => one.who === by && one.point === point)
    if ((position === 'objection' || position === 'question') && text === '') return 'bad_input'
    if (!old && (about.optionId === null ? about.tradeOffId !== null : !this.options.includes(about.optionId))) return 'bad_input'
    this.said = [...this.said.filter((one) => one.who !== by || one.point !== point), { who: by, point, kind: position, round: this.round, heard: false }]
    this.opened.add(by)
    if (position === 'objection' || position === 'question') this.closed = ''
  }

  private name(roles: DecisionRoles, due: number | null) {
    const before = this.asked()
    const taken: string[] = roles.accountableId === null ? [] : [roles.accountableId]
    const fresh = (ids: readonly string[]) => ids.filter((id) => taken.includes(id) ? false : taken.push(id))
    this.people = { accountableId: roles.accountableId, responsibleIds: fresh(roles.responsibleIds), consultedIds: fresh(roles.consultedIds), informedIds: fresh(roles.informedIds) }
    this.excused = new Set([...this.excused].filter((id) => this.asked().includes(id)))
    if (this.asked().some((id) => !before.includes(id))) this.closed = ''
    if (this.stage === 'asking' && due !== null) this.due = Math.max(this.due ?? 0, due)
  }

  private waive(who: string) {
    if (!this.missing().includes(who)) return 'bad_input'
    this.excused.add(who)
  }

  private deadline({ facts, extension, decideBy }: Of<'deadline'>, at: number) {
    if (this.state() !== 'open' || Math.floor(at / 1000) <= Math.floor((this.due ?? 0) / 1000)) return
    const quiet = this.missing().every((who) => this.opened.has(who) || facts.absentWithCover.has(who))
    if (this.against().length > 0) this.callOn = true
    else if (!this.oneWay && quiet && this.questions().length === 0) this.closed = 'silence'
    else if (this.phase === 'first' && (ms(extension) ?? 0) > at) Object.assign(this, { phase: 'extended', due: ms(extension) })
    else if (this.phase !== 'asked' && (ms(decideBy) ?? 0) > at) Object.assign(this, { phase: 'asked', due: ms(decideBy) })
    else this.stage = 'lapsed'
  }

  private moreTime(wanted: number, at: number) {
    if (wanted <= at || wanted <= (this.due ?? 0)) return 'bad_input'
    Object.assign(this, { due: wanted, phase: 'first' })
  }

  private hold(outcome: string) {
    if (outcome === '') return 'bad_input'
    for (const one of this.against()) one.heard = true
    if (!this.oneWay || this.missing().length === 0) this.closed = 'call'
  }

  private sign(event: Of<'sign'>, at: number) {
    if (this.people.accountableId === null) return 'conflict'
    if (!this.options.includes(event.optionId)) return 'bad_input'
    const until = ms(event.provisionalUntil)
    if (until !== null && until <= at) return 'bad_input'
    Object.assign(this, { stage: until === null ? 'decided' : 'provisional', chosen: event.optionId, until })
  }

  private resume() {
    Object.assign(this, { stage: 'draft', phase: 'first', closed: '', callOn: false, opened: new Set(), excused: new Set() })
    for (const one of this.said) one.heard = false
  }
}

type Of<Kind extends DecisionEventKind> = Extract<DecisionEvent, { kind: Kind }>
const ms = (at: Temporal.Instant | null): number | null => at === null ? null : at.epochMilliseconds
