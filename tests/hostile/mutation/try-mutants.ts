import { decodeMeasured } from '../../../pipelines/stages/apart/decode-apart.ts'
import { checkFile } from '../../../pipelines/stages/check-file.ts'
import { Unreadable } from '../../../pipelines/stages/decode/unreadable.ts'
import { smallSources } from '../../pipelines/stages/small-sources.ts'
import { mutantOf } from './mutate.ts'
import type { Seed } from './seeds.ts'

type Extreme = { number: number; of: string; how: string[]; value: number }

/** What became of a run of mutants. */
export type Summary = {
  next: number
  decided: Record<string, number>
  slowestMs: Extreme | null
  largestMebibytes: Extreme | null
  /** Faults of ours: exceptions of a reader, or of what follows it. */
  faults: { number: number; of: string; how: string[]; fault: string }[]
}

export const noMutants: Summary = {
  next: 0,
  decided: {},
  slowestMs: null,
  largestMebibytes: null,
  faults: [],
}

/** Tries mutants from the number where a run stands up to `end`. */
export async function tryMutants(seeds: readonly Seed[], summary: Summary, end: number): Promise<Summary> {
  const { faults } = summary
  const decided = { ...summary.decided }
  let { slowestMs, largestMebibytes } = summary
  for (let number = summary.next; number < end; number += 1) {
    const { bytes, of, how } = mutantOf(seeds, number)
    const { sheets, cost } = await decodeMeasured(bytes, null)
    if (cost.unexpected) faults.push({ number, of, how, fault: cost.unexpected })
    if (cost.cpuMs > (slowestMs?.value ?? 0)) slowestMs = { number, of, how, value: cost.cpuMs }
    if (cost.peakMebibytes > (largestMebibytes?.value ?? 0))
      largestMebibytes = { number, of, how, value: cost.peakMebibytes }
    const outcome = sheets instanceof Unreadable ? sheets.code : await follow(bytes)
    if (outcome.startsWith('fault')) faults.push({ number, of, how, fault: outcome })
    decided[outcome] = (decided[outcome] ?? 0) + 1
  }
  return { next: Math.max(end, summary.next), decided, slowestMs, largestMebibytes, faults }
}

/** What can be read goes through privacy stop and mapping as well. */
async function follow(bytes: Uint8Array): Promise<string> {
  try {
    const { findings, refused } = await checkFile({
      name: 'mutant',
      bytes: Buffer.from(bytes),
      sources: smallSources,
    })
    return refused ? 'personal-data' : `read, ${findings[0]?.code ?? 'nothing to say'}`
  } catch (error) {
    return `fault: ${error instanceof Error ? error.stack : String(error)}`
  }
}
