import { checkFile } from './check-file.ts'
import type { Endpoint } from './endpoint.ts'
import { getCell } from './get-cell.ts'
import { getExplanation } from './get-explanation.ts'
import { getHealth } from './get-health.ts'
import { getIndicator } from './get-indicator.ts'
import { getLineage } from './get-lineage.ts'
import { getOpenapi } from './get-openapi.ts'
import { getProgramme } from './get-programme.ts'
import { getRelease } from './get-release.ts'
import { getValues } from './get-values.ts'
import { getWindows } from './get-windows.ts'

/** Everything that can be asked of the server; what is not in this list does not exist. */
export const endpoints: readonly Endpoint[] = [
  getRelease,
  getProgramme,
  getIndicator,
  getWindows,
  getValues,
  getLineage,
  getExplanation,
  getCell,
  checkFile,
  getHealth,
  getOpenapi,
]
