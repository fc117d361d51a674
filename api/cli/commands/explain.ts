import { Cell, TOTAL } from '../../../indicators/model/breakdown.ts'
import { Quarter } from '../../../indicators/model/period.ts'
import { PlaceCode, PROGRAMME } from '../../../indicators/model/place.ts'
import type { ProgrammeView } from '../../../indicators/model/released.ts'
import { type ReadView, readViews } from '../../services/edition-source.ts'
import { explain } from '../../services/explain.ts'
import { findCell } from '../../services/find-cell.ts'
import { Problem } from '../../services/problem.ts'
import { openShelf, type ReleaseReader } from '../../services/read-release.ts'
import { command, oneOf } from '../command.ts'
import { showCell, showExplanation } from '../show-explanation.ts'
import { withContext } from '../with-context.ts'

export const explainCommand = command({
  name: 'explain',
  usage: 'INDICATOR PLACE QUARTER [BREAKDOWN] | --file NAME [--sheet NAME] --cell C7',
  summary: 'Takes one figure apart down to the cells it was read from, or follows a cell to its figures',
  help: [
    'INDICATOR        its code (OP1.2.1) or id (staff-trained)',
    'PLACE            ALL, KAZ or KAZ-R1',
    'QUARTER          2021-Q2',
    'BREAKDOWN        sex=female; the total unless given',
    '--file NAME      a file of the release, by name or by the first digits of its hash',
    '--sheet NAME     its sheet, where several have the cell',
    '--cell C7        the cell to follow',
    '--all            leaves no row out',
    '--edition NAME   internal (the default) or public, which says what the public figures say',
  ],
  takes: 4,
  options: {
    edition: { type: 'string', default: 'internal' },
    file: { type: 'string' },
    sheet: { type: 'string' },
    cell: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
  run: ({ values, args, env, terminal }) =>
    withContext(env, terminal, async (context) => {
      const edition = oneOf(['internal', 'public'], values.edition, 'an edition', 'explain')
      const reader = openShelf(context, edition).current()
      if (!reader) throw new Problem('nothing-published', {})
      const views = readViews(reader)
      if (values.file !== undefined || values.cell !== undefined) {
        if (args.length > 0) throw wrong('Name a figure or a cell, not both.')
        const used = await findCell(reader, views, askedCell(values, reader))
        terminal.result(used, () => showCell(used, values.all))
        return 0
      }
      const explained = await explain(reader, views, await askedFigure(args, views))
      terminal.result(explained, () => showExplanation(explained, values.all))
      return 0
    }),
})

const wrong = (reason: string) => new Problem('option-wrong', { reason, command: 'explain' })

type CellOptions = { file?: string | undefined; sheet?: string | undefined; cell?: string | undefined }

function askedCell({ file, sheet, cell }: CellOptions, { edition }: ReleaseReader) {
  if (edition === 'public') throw wrong('Cells are known to the internal edition only.')
  if (file === undefined) throw wrong('Name the file with --file.')
  const ref = cell?.toUpperCase() ?? ''
  if (!/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(ref)) throw wrong(`"${cell ?? ''}" is not a cell: write --cell C7.`)
  return { file, sheet, ref }
}

async function askedFigure([indicator, place, quarter, cell = TOTAL]: string[], views: ReadView) {
  if (indicator === undefined || place === undefined || quarter === undefined)
    throw wrong('Name an indicator, a place and a quarter, or a file and a cell.')
  if (!Quarter.safeParse(quarter).success) throw wrong(`"${quarter}" is not a quarter: write it as 2021-Q2.`)
  const code = place.toUpperCase() === 'PROGRAMME' ? PROGRAMME : place.toUpperCase()
  if (!PlaceCode.safeParse(code).success) throw wrong(`"${place}" is not a place: write ALL, KAZ or KAZ-R1.`)
  if (!Cell.safeParse(cell).success) throw wrong(`"${cell}" is not a breakdown: write it as sex=female.`)
  const programme = await views<ProgrammeView>('programme.json')
  const known = programme?.indicators.find((one) => one.code === indicator.toUpperCase())
  return { id: known?.id ?? indicator, place: code, quarter, cell }
}
