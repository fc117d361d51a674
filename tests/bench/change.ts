import { join } from 'node:path'
import { countries } from '../../indicators/model/place.ts'
import { slicePath } from './facts/facts-file.ts'
import { inChild } from './facts/in-child.ts'
import { inFolder } from './facts/in-folder.ts'
import { refuseDifferent } from './facts/same-rows.ts'
import { quarters } from './facts/scene.ts'
import { type Line, seconds, times, whole } from './report.ts'

const QUARTER = '2021-Q2'
type Measured = Awaited<ReturnType<typeof inChild<'publishable'>>>

/** Two ways of counting: of the quarter by itself, and since January. */
const changed = ['UGA', 'KAZ'] as const

const total = ({ ms }: Measured) => ms.warehouse + ms.indicators
const figureOf = (run: Measured) =>
  `${seconds(total(run))} (warehouse ${seconds(run.ms.warehouse)}, indicators ${seconds(run.ms.indicators)}), ${whole(run.peakMB)} MB at most`

/** A corrected quarter of one country into a warehouse that stands, beside the whole from its slices. */
export const afterChange = (facts: number): Promise<Line[]> =>
  inFolder(async (folder) => {
    const at = (name: string) => join(folder, `${name}.duckdb`)
    await inChild('writeSlices', { folder, facts })
    let slices = countries.flatMap((country) =>
      quarters.map((quarter) => slicePath(folder, country, quarter)),
    )
    const first = await inChild('publishable', { path: at('first'), slices, facts })
    let from = at('first')
    const updates: Measured[] = []
    for (const country of changed) {
      const old = slicePath(folder, country, QUARTER)
      const corrected = slicePath(folder, country, `${QUARTER}-corrected`)
      await inChild('correctSlice', { from: old, to: corrected, folder })
      slices = slices.map((slice) => (slice === old ? corrected : slice))
      const given = { path: at(country), from, slices, facts, keep: join(folder, 'updated') }
      updates.push(await inChild('publishable', given))
      from = at(country)
    }
    const again = await inChild('publishable', {
      path: at('again'),
      slices,
      facts,
      keep: join(folder, 'again'),
    })
    refuseDifferent(join(folder, 'again'), join(folder, 'updated'))
    await checkByHand(at('again'))
    const scratch = total(first) < total(again) ? first : again
    return [
      { what: `from the slices of ${whole(facts)} facts`, figure: figureOf(scratch) },
      ...updates.map((update, nth) => ({
        what: `after a change of ${changed[nth]} ${QUARTER}`,
        figure: figureOf(update),
        beside: `${times(total(scratch) / total(update))} as fast`,
      })),
    ]
  })

/** Here running totals left stretches of several quarters, which facts made at once do not have. */
async function checkByHand(path: string) {
  await inChild('ours', { path, keep: `${path}.ours` })
  await inChild('handWritten', { path, keep: `${path}.handWritten` })
  refuseDifferent(`${path}.ours`, `${path}.handWritten`)
}
