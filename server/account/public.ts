export { signedIn } from './signed-in.ts'
export { viewMe } from './me.ts'
export { makeOperatorLinks } from './operator-links.ts'
export { openSession } from './sessions.ts'
