const BEGIN = 0x809
const END = 0x0a
const WORKSHEET = 0x10
const NUMBERS = 0xbd
/** Formulas, shared and own texts, numbers, truth values and errors. */
const single = new Set([0x06, 0xfd, 0x204, 0xd6, 0x203, 0x27e, 0x205])

/** How many cells all worksheets of a stream hold, by a walk from its first byte to its last that follows no reference. */
export function countCells(stream: Uint8Array): number {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const open: number[] = []
  let count = 0
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true)
    if (type === BEGIN) open.push(view.getUint16(at + 6, true))
    else if (type === END) open.pop()
    if (open.length !== 1 || open[0] !== WORKSHEET) continue
    if (single.has(type)) count += 1
    if (type === NUMBERS) count += (view.getUint16(at + 2, true) - 6) / 6
  }
  return count
}
