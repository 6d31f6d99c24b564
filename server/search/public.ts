export { ranked } from './find.ts'
export { statesOf } from './candidates.ts'
export type { Found } from './candidates.ts'
export type { RankedTexts } from './find.ts'
