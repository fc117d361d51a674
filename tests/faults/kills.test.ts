import { expect, it } from 'vitest'
import { killOften } from './kill-often.ts'

it('loses nothing that was acknowledged and tears nothing when it is killed at any moment', async () => {
  const { wrong, struck, acknowledged } = await killOften(8)
  expect(wrong).toEqual([])
  expect(Object.keys(struck).length).toBeGreaterThan(1)
  expect(acknowledged.send).toBeGreaterThan(2)
  expect(acknowledged.approve).toBeGreaterThan(0)
})
