import { run } from './processes.ts'

/** A network of machines on one machine: a bridge, and a namespace with its own address for each. */
const BRIDGE = 'lhbr0'
const PREFIX = '10.77.0'
/** Address of the first machine on it; the bridge is 1. */
const FIRST = 11

export type Machine = { name: string; address: string; space: string; cable: string }

export const machineOf = (index: number): Machine => ({ name: `n${index + 1}`, address: `${PREFIX}.${FIRST + index}`, space: `lhns${index + 1}`, cable: `lhv${index + 1}` })

export function layNetwork(machines: readonly Machine[]): void {
  removeNetwork(machines)
  run(['ip', 'link', 'add', BRIDGE, 'type', 'bridge'])
  run(['ip', 'addr', 'add', `${PREFIX}.1/24`, 'dev', BRIDGE])
  run(['ip', 'link', 'set', BRIDGE, 'up'])
  for (const { space, cable, address } of machines) {
    run(['ip', 'netns', 'add', space])
    run(['ip', 'link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space])
    run(['ip', 'link', 'set', cable, 'master', BRIDGE, 'up'])
    run(['ip', '-n', space, 'addr', 'add', `${address}/24`, 'dev', 'eth0'])
    run(['ip', '-n', space, 'link', 'set', 'eth0', 'up'])
    run(['ip', '-n', space, 'link', 'set', 'lo', 'up'])
  }
}

export function removeNetwork(machines: readonly Machine[]): void {
  for (const { space, cable } of machines) {
    run(['ip', 'link', 'del', cable], { mayFail: true })
    run(['ip', 'netns', 'del', space], { mayFail: true })
  }
  run(['ip', 'link', 'del', BRIDGE], { mayFail: true })
}

/** Pulls the cable of a machine, or puts it back: what it sends goes nowhere, and nobody is told so. */
export const cut = ({ cable }: Machine): void => { run(['ip', 'link', 'set', cable, 'down']) }
export const mend = ({ cable }: Machine): void => { run(['ip', 'link', 'set', cable, 'up']) }
