import type { Dice } from '#domain/time/dice.test-kit.ts'

/** How many values of one name are remembered. */
const EACH_MAX = 60
/** How many rows of a long answer are looked at. */
const ROWS_MAX = 5

/** What was seen under each name in inputs and answers, so that made-up requests speak of what is there. */
export class Known {
  readonly #values = new Map<string, unknown[]>()
  readonly #dice: Dice
  constructor(dice: Dice) {
    this.#dice = dice
  }

  /** Remembers every value below, by its name. */
  learn(value: unknown, name = ''): void {
    if (Array.isArray(value)) for (const one of value.slice(0, ROWS_MAX)) this.learn(one, name)
    else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) this.learn(one, key)
    else if (value !== null && value !== undefined && name !== '') {
      this.#keep(name, value)
      if (/Id$|^to$|^people$|^holders$/.test(name)) this.#keep('id', value)
      if (name.endsWith('Number')) this.#keep('number', value)
    }
  }

  /** A value that was seen under this name; undefined when there is none. */
  of(name: string): unknown {
    const list = this.#values.get(name) ?? (/Ids?$|^to$|^people$/.test(name) ? this.#values.get('id') : name.endsWith('Number') ? this.#values.get('number') : undefined)
    return list === undefined ? undefined : this.#dice.pick(list)
  }

  #keep(name: string, value: unknown): void {
    const list = this.#values.get(name) ?? []
    this.#values.set(name, list)
    if (list.length < EACH_MAX) list.push(value)
    else list[this.#dice.upTo(EACH_MAX)] = value
  }
}
