import { cellFiles } from './files/cell-files.ts'
import { kindFiles } from './files/kind-files.ts'
import { odsFiles } from './files/ods-files.ts'
import { textFiles } from './files/text-files.ts'
import { workbookFiles } from './files/workbook-files.ts'
import { xlsFiles } from './files/xls-files.ts'
import { xmlFiles } from './files/xml-files.ts'
import { zipFiles } from './files/zip-files.ts'
import type { HostileFile } from './hostile-file.ts'

/** Files made by hand, one for each trick we know of. */
export const hostileFiles: readonly HostileFile[] = [
  ...zipFiles,
  ...xmlFiles,
  ...cellFiles,
  ...workbookFiles,
  ...textFiles,
  ...kindFiles,
  ...odsFiles,
  ...xlsFiles,
]
