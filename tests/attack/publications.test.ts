import { describe, expect, it } from 'vitest'
import { randomPublication } from '../../fixtures/publications/random-publication.ts'
import { loadLogframe } from '../../indicators/logframe/read-logframe.ts'
import { attackServed } from './attack.ts'
import { broken, countsOf } from './report.ts'
import { servePublication } from './serve-public.ts'

const logframe = loadLogframe()

describe.each([4, 9])('random publication %i', (seed) => {
  it('tells a reader no more of small counts of people than is promised', async () => {
    const served = await servePublication(randomPublication(seed, logframe))
    try {
      const { told, system, known, impossible } = await attackServed(served, { pages: 10, explanations: 60 })
      expect(told.length).toBeGreaterThan(20)
      expect(broken(countsOf(told))).toEqual([])
      expect([system.contradictions, impossible, known.disagreements]).toEqual([[], 0, []])
    } finally {
      await served.stop()
    }
  })
})
