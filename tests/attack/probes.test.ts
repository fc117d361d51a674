import { expect, it } from 'vitest'
import { randomPublication } from '../../fixtures/publications/random-publication.ts'
import { loadLogframe } from '../../indicators/logframe/read-logframe.ts'
import { probe } from './probes.ts'

it('gives readers the same bytes whichever of two regions has the fewer women, where the same is withheld', async () => {
  const publication = randomPublication(7, loadLogframe())
  const probes = await probe(publication, { pages: 40, explanations: 40 }, 1)
  expect(probes.map(({ read }) => read > 80)).toEqual([true])
  expect(probes.flatMap(({ differences }) => differences)).toEqual([])
})
