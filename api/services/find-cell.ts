import { cellUse } from '../../indicators/explain/cell-use.ts'
import type { Source } from '../../indicators/explain/source.ts'
import { nearest } from '../../indicators/logframe/nearest.ts'
import { wordAt } from '../../indicators/model/coded.ts'
import type { CellUse } from '../../indicators/model/explanation.ts'
import type { FileCells, FileList } from '../../indicators/model/readings.ts'
import type { ProgrammeView } from '../../indicators/model/released.ts'
import { editionSource, type ReadView } from './edition-source.ts'
import { Problem } from './problem.ts'
import type { ReleaseReader } from './read-release.ts'

export type AskedCell = { file: string; sheet?: string | undefined; ref: string }

/**
 * What one cell of a delivered file was read as, and every figure it feeds. Internal edition only.
 *
 * Errors  `no-such-file`, `no-such-cell`, `sheet-needed`, each with what there is instead
 */
export async function findCell(
  reader: ReleaseReader,
  readView: ReadView,
  asked: AskedCell,
): Promise<CellUse> {
  const { inner, ...source } = editionSource(reader, readView)
  if (!inner) throw new Problem('not-found', {})
  const { fileHash } = fileNamed(await inner.files(), asked.file)
  const file = await inner.cells(fileHash)
  const sheet = sheetOf(file, asked)
  const programme = await readView<ProgrammeView>('programme.json')
  if (!programme)
    throw new Problem('release-damaged', { path: `${reader.id}/${reader.edition}/programme.json` })
  const use = await cellUse({ ...source, inner } satisfies Source, file, { sheet, ref: asked.ref })
  return { release: programme.release, ...use }
}

function fileNamed(files: FileList, name: string) {
  const byHash = /^[0-9a-f]{8,64}$/.test(name)
    ? files.filter(({ fileHash }) => fileHash.startsWith(name))
    : []
  const found = [...files.filter(({ file }) => file === name), ...byHash]
  const [first, second] = found
  const known = second
    ? found.map(({ fileHash }) => fileHash.slice(0, 12)).join(', ')
    : nearest(
        name,
        files.map(({ file }) => file),
      )
  if (!first || second) throw new Problem('no-such-file', { file: name, known: known ?? '–' })
  return first
}

function sheetOf(file: FileCells, { sheet, ref }: AskedCell): string {
  const on = [...new Set(file.ref.flatMap((one, at) => (one === ref ? [wordAt(file.sheet, at)] : [])))]
  const [only, other] = on
  if (sheet !== undefined && on.includes(sheet)) return sheet
  if (only === undefined || sheet !== undefined)
    throw new Problem('no-such-cell', {
      file: file.file,
      ref,
      sheets: (on.length > 0 ? on : file.sheet.words).join(', ') || '–',
    })
  if (other !== undefined) throw new Problem('sheet-needed', { file: file.file, ref, sheets: on.join(', ') })
  return only
}
