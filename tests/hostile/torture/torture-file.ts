import type { TextStyle } from '../../../pipelines/stages/decode/sniff-text.ts'

/** A file someone’s program might really write, however odd, with every cell it holds as row, column and text. */
export type TortureFile = {
  id: string
  bytes: () => Uint8Array
  described: TextStyle | null
  cells: readonly (readonly [row: number, column: number, text: string])[]
}

/** The filled cells of a table, empty ones left out. */
export const cellsOf = (table: readonly (readonly string[])[]): TortureFile['cells'] =>
  table.flatMap((line, row) =>
    line.flatMap((text, column) => (text.trim() === '' ? [] : [[row + 1, column + 1, text] as const])),
  )
