import type { Sheet } from '../../stages/decode/sheet.ts'
import { SIGN } from './mark-sheet.ts'
import { keptColumns, PROBLEMS_MARK } from './problems-sheet.ts'

/** What an earlier answer found in a file that comes back: each problem's code and sheet. */
export type Earlier = { code: string; sheet: string }[]

/**
 * A file as its sender wrote it, without what an earlier answer added: the page of problems and the signs beside rows.
 *
 * Shape   `earlier` is null where the file is not a marked copy
 */
export function withoutMarks(sheets: readonly Sheet[]): { sheets: Sheet[]; earlier: Earlier | null } {
  const page = sheets.find((sheet) => markOf(sheet) !== null)
  const wasText = page && markOf(page)?.endsWith(' text')
  const own = sheets.filter((sheet) => sheet !== page)
  return {
    sheets: own.map((sheet, index) => ({
      ...sheet,
      name: wasText && index === 0 ? '' : sheet.name,
      rows: sheet.rows.some(({ cells }) => cells.some(isSign)) ? withoutSigns(sheet.rows) : sheet.rows,
    })),
    earlier: page ? problemsOn(page) : null,
  }
}

const isSign = ({ text }: { text: string }) => text === SIGN

const withoutSigns = (rows: Sheet['rows']) =>
  rows
    .map((row) => ({ ...row, cells: row.cells.filter((cell) => !isSign(cell)) }))
    .filter(({ cells }) => cells.length > 0)

function markOf({ rows }: Sheet): string | null {
  const cell = rows[0]?.cells.find(({ column }) => column === keptColumns.mark)
  return cell?.text.startsWith(`${PROBLEMS_MARK} `) ? cell.text : null
}

const problemsOn = ({ rows }: Sheet): Earlier =>
  rows.slice(1).map(({ cells }) => {
    const at = (wanted: number) => cells.find(({ column }) => column === wanted)?.text ?? ''
    return { code: at(keptColumns.code), sheet: at(keptColumns.sheet) }
  })

/** How many of the earlier problems are no longer there, by code and sheet: rows may have moved in between. */
export function solvedOf(earlier: Earlier, now: Earlier): number {
  const keyOf = ({ code, sheet }: Earlier[number]) => `${code} ${sheet}`
  const left = Map.groupBy(now, keyOf)
  return [...Map.groupBy(earlier, keyOf)].reduce(
    (sum, [key, before]) => sum + Math.max(0, before.length - (left.get(key)?.length ?? 0)),
    0,
  )
}
