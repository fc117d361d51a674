// One piece of work in a process of its own, so that its time and memory are its own: `node child.ts <work> <json>`.
import { correctSlice, writeFacts, writeSlices } from './facts-file.ts'
import { handWritten, oneByOne, oneByOneByHand, ours, publishable } from './works.ts'

const works = {
  correctSlice,
  writeFacts,
  writeSlices,
  ours,
  handWritten,
  oneByOne,
  oneByOneByHand,
  publishable,
}
export type Works = typeof works

const [, , name = '', given = '{}'] = process.argv
const result = await works[name as keyof Works](JSON.parse(given))
console.log(JSON.stringify({ ...result, peakMB: process.resourceUsage().maxRSS / 1024 }))
