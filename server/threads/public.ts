export { addReply, keepThreadAsk, openThread } from './asks.ts'
export { wrapNotes } from './elevate.ts'
export { threadFor } from './load.ts'
export { threadNews } from './news.ts'
