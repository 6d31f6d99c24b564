export { signedIn } from './commands.ts'
export { viewMe } from './me.ts'
export { openSession } from './sessions.ts'
