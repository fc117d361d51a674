import { expect, it } from 'vitest'
import { LONGEST_QUEUE, ReadersBusy, readingQueue } from '../../../../pipelines/stages/apart/reading-queue.ts'

it('does one thing at a time, in the order asked', async () => {
  const inTurn = readingQueue()
  const done: string[] = []
  const work = (name: string) => async () => {
    done.push(`${name} begins`)
    await Promise.resolve()
    done.push(`${name} ends`)
    return name
  }
  expect(await Promise.all([inTurn(work('a')), inTurn(work('b'))])).toEqual(['a', 'b'])
  expect(done).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

it('lets twenty wait and refuses the next, then takes work again', async () => {
  const inTurn = readingQueue()
  let finish = () => {}
  const first = inTurn(() => new Promise<void>((resolve) => (finish = resolve)))
  const waiting = Array.from({ length: LONGEST_QUEUE }, (_, nth) => inTurn(async () => nth))
  await expect(inTurn(async () => 0)).rejects.toBeInstanceOf(ReadersBusy)
  finish()
  await first
  expect(await Promise.all(waiting)).toHaveLength(20)
  expect(await inTurn(async () => 'again')).toBe('again')
})

it('goes on after work that failed', async () => {
  const inTurn = readingQueue()
  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await inTurn(async () => 'next')).toBe('next')
})
