export { fileLinksIn } from '#domain/files/links.ts'
export { attach, attachLinked, detach, filesOf, hideFiles, moveFiles } from './uses.ts'
export { mayReadFile } from './views.ts'
