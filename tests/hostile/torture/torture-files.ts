import { oddWorkbooks } from './odd-workbooks.ts'
import { textMatrix } from './text-matrix.ts'
import type { TortureFile } from './torture-file.ts'
import { workbookMatrix } from './workbook-matrix.ts'

/** Files that are sound, written as programs write them that nobody has ever heard of. */
export const tortureFiles: readonly TortureFile[] = [...textMatrix, ...workbookMatrix, ...oddWorkbooks]
