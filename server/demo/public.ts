export { ensureDemo } from './routes.ts'
export { DEMO_BEGINS } from './begins.ts'
