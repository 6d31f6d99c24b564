export { signedIn } from './signed-in.ts'
export { viewMe } from './me.ts'
export { openSession } from './sessions.ts'
