import { allSent, bytesOf, fileName, fillReturn } from '../../fixtures/returns.ts'
import { buildTruth } from '../../fixtures/truth/build-truth.ts'
import { readRegister } from '../../fixtures/truth/register.ts'

/** Real returns of the demonstration, as bytes, in the order they came. */
export async function returnsOf(mapping: string, quarters: readonly string[]) {
  const truth = buildTruth()
  const wanted = allSent().filter((sent) => sent.form.mapping === mapping && quarters.includes(sent.quarter))
  return Promise.all(
    wanted.map(async (sent) => {
      const sheets = fillReturn(truth, sent, readRegister(sent.form.country))
      return {
        name: fileName(sent),
        country: sent.form.country,
        quarter: sent.quarter,
        receivedOn: sent.receivedOn,
        bytes: Buffer.from(await bytesOf(sent.form, sheets)),
      }
    }),
  )
}
