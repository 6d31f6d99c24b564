import type { FileView } from '#contract/files.ts'
import type { Attaching } from './use-attach.ts'
import type { KeptFile } from '../app/offline/unsent.ts'

/** What a draft keeps of a file. */
export const keptFrom = ({ id, name, type, size, url, image }: FileView): KeptFile => ({ id, name, type, size, url, image })

/** No file is on its way; one that failed stays beside the text and is left behind. */
export const allArrived = ({ onItsWay }: Pick<Attaching, 'onItsWay'>): boolean => onItsWay.every(({ problem }) => problem !== undefined)
