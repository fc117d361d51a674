import { fillFacts } from '../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse, type Warehouse } from '../../pipelines/warehouse/open-warehouse.ts'
import type { Context } from './context.ts'
import { type Definitions, loadDefinitions } from './definitions.ts'
import { rebuildWarehouse } from './rebuild-warehouse.ts'
import { nationalImports, registersOf, slicePath } from './registers.ts'

/** What checking and importing files needs: the definitions, and everything accepted so far to compare with. */
export type Intake = {
  context: Context
  definitions: Definitions
  history: Warehouse
  /** Whether what is accepted has to be added to the history, because more files follow. */
  grows: boolean
  close(): void
}

/**
 * Opens the intake for one file: it is compared with the warehouse as it stands.
 *
 * Errors  `definitions-wrong`, `slice-missing`
 */
export async function openIntakeForOne(
  context: Context,
  definitions = loadDefinitions(context.paths.mappings),
): Promise<Intake> {
  if (nationalImports(context).length === 0) return openIntake(context, definitions)
  const { path } = await rebuildWarehouse(context, definitions)
  const history = await openWarehouse(path, { readOnly: true })
  return { context, definitions, history, grows: false, close: () => history.close() }
}

/** Opens the intake for any number of files, each compared with those before it. Errors: `definitions-wrong` */
export async function openIntake(
  context: Context,
  definitions = loadDefinitions(context.paths.mappings),
): Promise<Intake> {
  const history = await openWarehouse(':memory:', { folders: [context.paths.slices], threads: 1 })
  try {
    await fillFacts(history, {
      ...(await registersOf(context, definitions)),
      slices: nationalImports(context).map((one) => slicePath(context, one)),
    })
  } catch (error) {
    history.close()
    throw error
  }
  return { context, definitions, history, grows: true, close: () => history.close() }
}
