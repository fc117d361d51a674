import type { Publication } from '../../fixtures/publications/publication.ts'
import { type Exchange, exchanges, twinOf } from '../../fixtures/publications/twin.ts'
import { type CrawlOptions, crawl } from './crawl.ts'
import { type Difference, differences } from './differences.ts'
import type { Known } from './figure.ts'
import { readFigures } from './read-figures.ts'
import { servePublication } from './serve-public.ts'
import { type Statement, statementsOf } from './statements.ts'
import { unknownOf } from './unknown.ts'

/** Two publications that differ in withheld numbers alone, and everything by which a reader could tell them apart. */
export type Probe = { exchange: Exchange; read: number; differences: Difference[] }

/**
 * Publishes a publication and its twins, and compares whatever readers get of them. At most `most` twins.
 *
 * Which figures are withheld follows from numbers; where another set is, the two do not differ in withheld numbers alone.
 */
export async function probe(publication: Publication, options: CrawlOptions, most: number): Promise<Probe[]> {
  const [edition] = publication.editions
  if (!edition) return []
  const here = await read({ ...publication, editions: [edition] }, options)
  const known = await readFigures(here)
  const probes: Probe[] = []
  for (const exchange of exchanges(edition)) {
    if (probes.length >= most) break
    const twin = isWithheld(known, exchange) ? twinOf(publication, edition, exchange) : null
    if (!twin) continue
    const there = await read(twin, options)
    if (withheldIn(await readFigures(there)) !== withheldIn(known)) continue
    probes.push({ exchange, read: here.size, differences: differences(here, there) })
  }
  return probes
}

async function read(publication: Publication, options: CrawlOptions) {
  const served = await servePublication(publication)
  try {
    return await crawl(served.address, options)
  } finally {
    await served.stop()
  }
}

const withheldIn = (known: Known) =>
  statementsOf(known)
    .filter(({ figure }) => figure.state === 'suppressed')
    .map(({ figure }) => [figure.indicator, figure.place, figure.quarter, figure.cell].join('|'))
    .sort()
    .join(' ')

/** Whether no figure shows women or men of the element in the regions: only then nothing may change. */
function isWithheld(known: Known, { element, regions }: Exchange): boolean {
  const bySex = statementsOf(known).filter(
    ({ figure, sides }: Statement) =>
      regions.includes(figure.place) &&
      [...sides.numerator.keys()]
        .map(unknownOf)
        .some(({ element: own, cell }) => own === element && cell !== ''),
  )
  return bySex.length > 0 && bySex.every(({ figure }) => figure.state === 'suppressed')
}
