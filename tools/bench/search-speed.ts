import { NOW } from './seed.ts'

export async function benchSearchSpeed(entries: number): Promise<string[]> {
  return [`not measured ${entries} ${NOW}`]
}
