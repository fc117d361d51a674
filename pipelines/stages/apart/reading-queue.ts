/** More files are waiting than will be read in reasonable time. */
export class ReadersBusy extends Error {
  readonly waiting: number
  constructor(waiting: number) {
    super(`${waiting} files are waiting to be read`)
    this.name = 'ReadersBusy'
    this.waiting = waiting
  }
}

export const LONGEST_QUEUE = 20

/**
 * Does one piece of work at a time, in the order asked, with at most twenty waiting.
 *
 * Errors  `ReadersBusy` for the next one
 */
export function readingQueue() {
  let last: Promise<unknown> = Promise.resolve()
  let asked = 0
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (asked > LONGEST_QUEUE) throw new ReadersBusy(LONGEST_QUEUE)
    asked += 1
    const result = last.then(work)
    last = result.catch(() => undefined)
    try {
      return await result
    } finally {
      asked -= 1
    }
  }
}
