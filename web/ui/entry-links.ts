export { splitAtNumbers } from '#domain/text/links.ts'
