import { join } from 'node:path'
import { countries } from '../../indicators/model/place.ts'
import { slicePath } from './facts/facts-file.ts'
import { inChild } from './facts/in-child.ts'
import { inFolder } from './facts/in-folder.ts'
import { refuseDifferent, replaceSince } from './facts/same-rows.ts'
import { quarters } from './facts/scene.ts'
import { type Line, seconds, times, whole } from './report.ts'

/** The usual next report; a late correction; and one that counts since January, so that later quarters change too. */
const corrections = [
  { country: 'UGA', quarter: '2022-Q3' },
  { country: 'UGA', quarter: '2021-Q2' },
  { country: 'KAZ', quarter: '2021-Q2' },
] as const

type Measured = Awaited<ReturnType<typeof inChild<'publishable'>>>
const total = ({ ms }: Measured) => ms.warehouse + ms.indicators
const figureOf = (run: Measured) =>
  `${seconds(total(run))} (warehouse ${seconds(run.ms.warehouse)}, indicators ${seconds(run.ms.indicators)}), ${whole(run.peakMB)} MiB at most`

/** A corrected quarter of one country into a warehouse that stands, beside the whole from its slices. */
export const afterChange = (facts: number): Promise<Line[]> =>
  inFolder(async (folder) => {
    const at = (name: string) => join(folder, name)
    await inChild('writeSlices', { folder, facts })
    let slices = countries.flatMap((country) =>
      quarters.map((quarter) => slicePath(folder, country, quarter)),
    )
    let from = at('first')
    const first = await inChild('publishable', { path: from, slices, facts, keep: at('values') })
    const updates: Measured[] = []
    for (const { country, quarter } of corrections) {
      const old = slicePath(folder, country, quarter)
      const corrected = slicePath(folder, country, `${quarter}-corrected`)
      await inChild('correctSlice', { from: old, to: corrected, folder })
      slices = slices.map((slice) => (slice === old ? corrected : slice))
      const given = { path: at(`${country}-${quarter}`), from, since: quarter, slices, facts }
      updates.push(await inChild('publishable', { ...given, keep: at('changed') }))
      replaceSince(at('values'), at('changed'), quarter)
      from = given.path
    }
    const again = await inChild('publishable', { path: at('again'), slices, facts, keep: at('again.values') })
    refuseDifferent(at('again.values'), at('values'))
    await checkByHand(at('again'))
    const scratch = total(first) < total(again) ? first : again
    return [
      { what: `from the slices of ${whole(facts)} facts`, figure: figureOf(scratch) },
      ...corrections.map(({ country, quarter }, nth) => {
        const update = updates[nth] ?? scratch
        const beside = `${times(total(scratch) / total(update))} as fast`
        return { what: `after a change of ${country} ${quarter}`, figure: figureOf(update), beside }
      }),
    ]
  })

/** Here running totals left stretches of several quarters, which facts made at once do not have. */
async function checkByHand(path: string) {
  await inChild('ours', { path, keep: `${path}.ours` })
  await inChild('handWritten', { path, keep: `${path}.handWritten` })
  refuseDifferent(`${path}.ours`, `${path}.handWritten`)
}
