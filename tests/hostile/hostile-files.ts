import { cellFiles } from './files/cell-files.ts'
import { xmlFiles } from './files/xml-files.ts'
import { zipFiles } from './files/zip-files.ts'
import type { HostileFile } from './hostile-file.ts'

/** Files made by hand, one for each trick we know of. */
export const hostileFiles: readonly HostileFile[] = [...zipFiles, ...xmlFiles, ...cellFiles]
