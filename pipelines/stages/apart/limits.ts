/** What reading one file may cost. Memory is what the process really holds, its program of about 80 MiB included. */
export type Limits = {
  cpuMs: number
  wallMs: number
  residentMebibytes: number
  heapMebibytes: number
  addressMebibytes: number
  /** Whether the process is kept for the next file. */
  kept: boolean
}

const KIBIBYTE = 1024
const ORDINARY_BYTES = 256 * KIBIBYTE

/** National returns are of a few dozen kilobytes; a bomb is small too, so the tight limits are for small files. */
const ordinary: Limits = {
  cpuMs: 2000,
  wallMs: 10_000,
  residentMebibytes: 256,
  heapMebibytes: 128,
  addressMebibytes: 2048,
  kept: true,
}

/** Up to the largest file there may be: 64 MiB of text, or a workbook that unpacks to four times that. */
const large: Limits = {
  cpuMs: 30_000,
  wallMs: 120_000,
  residentMebibytes: 1024,
  heapMebibytes: 768,
  addressMebibytes: 4096,
  kept: false,
}

export const limitsFor = (bytes: number): Limits => (bytes <= ORDINARY_BYTES ? ordinary : large)
