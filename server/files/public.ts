export { fileLinksIn } from '#domain/files/links.ts'
export { attach, attachLinked, detach, filesOf, forgetFiles, hideFiles, moveFiles } from './uses.ts'
export { mayReadFile } from './views.ts'
