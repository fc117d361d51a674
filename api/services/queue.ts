/** Runs `most` at once, lets `waiting` wait, and turns the rest away with what `busy` says. */
export function queue(most: number, waiting: number, busy: () => Error) {
  const line: (() => void)[] = []
  let running = 0
  return async <Result>(run: () => Promise<Result>): Promise<Result> => {
    if (running >= most) {
      if (line.length >= waiting) throw busy()
      await new Promise<void>((resolve) => line.push(resolve))
    } else running += 1
    try {
      return await run()
    } finally {
      const next = line.shift()
      if (next) next()
      else running -= 1
    }
  }
}
