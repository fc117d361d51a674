import { expect, it } from 'vitest'
import { smallPublication } from '../../fixtures/publications/small-publication.ts'
import { loadLogframe } from '../../indicators/logframe/read-logframe.ts'
import { attackServed } from './attack.ts'
import { readInternal } from './judge.ts'
import { mutateSmall } from './mutations.ts'
import { CAUGHT } from './promises.ts'
import { servePublication } from './serve-public.ts'

const logframe = loadLogframe()

it('finds out whenever a withheld figure is given back, and accuses nobody wrongly', async () => {
  const mutations = []
  for (const seed of [1, 3, 9, 11]) {
    const served = await servePublication(smallPublication(seed, logframe))
    try {
      const { known, told } = await attackServed(served, { pages: 1 })
      mutations.push(...(await mutateSmall(known, readInternal(served.releases), told)))
    } finally {
      await served.stop()
    }
  }
  const unsafe = mutations.filter((mutation) => mutation.unsafe > 0)
  expect(unsafe.length).toBeGreaterThan(20)
  const caught = unsafe.filter(({ missed }) => missed.length === 0)
  expect(caught.length / unsafe.length).toBeGreaterThanOrEqual(CAUGHT)
  expect(mutations.flatMap(({ accused }) => accused)).toEqual([])
})
