import { join } from 'node:path'
import { quarterOf } from '../../indicators/model/period.ts'
import { readPublicFigures, type SourcedFigure } from '../../pipelines/stages/read-public-figures.ts'
import type { Registers } from '../../pipelines/warehouse/tables.sql.ts'
import { allImports, currentImports, type Import } from '../store/imports.ts'
import { asProblem, type Context } from './context.ts'
import type { Definitions } from './definitions.ts'
import { submissionsOf } from './submissions.ts'

/** The one file of publicly reported figures has no mapping: its form is fixed. */
export const PUBLIC_FIGURES = 'PUBLIC-figures'

const isNational = ({ mapping }: Import) => mapping !== PUBLIC_FIGURES

export const slicePath = ({ paths }: Context, { sliceHash }: Pick<Import, 'sliceHash'>) =>
  join(paths.slices, `${sliceHash}.parquet`)

/** The imports whose slices make the warehouse. */
export const nationalImports = ({ state }: Context) => currentImports(state).filter(isNational)

/** What the warehouse holds besides observations: places, elements, calendars, who reported when, public figures. */
export async function registersOf(context: Context, definitions: Definitions): Promise<Registers> {
  const { logframe, sources } = definitions
  const calendars = Object.values(sources.calendars)
  const imports = allImports(context.state)
  const quarters = imports.filter(isNational).map(({ quarter }) => quarter)
  const last = quarters.sort().at(-1)
  return {
    places: Object.values(sources.places).flat(),
    elements: logframe.elements,
    calendars,
    submissions: last ? submissionsOf(imports, calendars, quarterOf(logframe.start), last) : [],
    publicFigures: await publicFigures(context),
  }
}

/** What of the registers is kept with a release: all but the elements, which the logframe has. */
export type KeptRegisters = Omit<Registers, 'elements'>
export const keptRegisters = ({ elements: _, ...kept }: Registers): KeptRegisters => kept

async function publicFigures(context: Context): Promise<SourcedFigure[]> {
  const files = currentImports(context.state).filter(({ mapping }) => mapping === PUBLIC_FIGURES)
  const raw = await context.raw()
  const read = files.map(async ({ fileHash, file }) => {
    const bytes = await asProblem(() => raw.get(fileHash))
    return (await readPublicFigures(file, bytes)).figures
  })
  return (await Promise.all(read)).flat()
}
