export { fileLinksIn } from '#domain/files/links.ts'
export { attach, detach, filesOf, hideFiles, moveFiles } from './uses.ts'
export type { FileLink } from './views.ts'
export { mayReadFile } from './views.ts'
