import { type AskedCheck, EACH, isTotal, termsOf } from './asked-checks.ts'
import type { Term } from './rule.ts'
import type { LookedUp, Needs } from './staged-values.sql.ts'

/** What checks look up beside a file of these elements: no more is brought together than they can meet. */
export function needsOf(asked: readonly AskedCheck[], delivered: ReadonlySet<string>): Needs {
  const known = new Map<string, LookedUp>()
  const added = new Map<string, Needs['added'][number]>()
  const lookUp = (element: string, more: Partial<LookedUp> = {}) => {
    const { earlier = 0, totals = false, sinceStart = false } = known.get(element) ?? {}
    known.set(element, {
      element,
      earlier: Math.max(earlier, more.earlier ?? 0),
      totals: totals || (more.totals ?? false),
      sinceStart: sinceStart || (more.sinceStart ?? false),
    })
  }
  for (const element of delivered) lookUp(element, { totals: true })
  for (const one of asked) {
    const { left, right, onlyIf } = one.check
    if (onlyIf) lookUp(onlyIf.element)
    for (const term of [...termsOf(left), ...termsOf(right)])
      for (const element of term.element === EACH ? delivered : [term.element]) {
        lookUp(element, reachOf(one, term))
        const level = one.rule.place
        if (level !== 'delivered') added.set(`${element} ${level}`, { element, level })
      }
  }
  return { known: [...known.values()], added: [...added.values()] }
}

const reachOf = (one: AskedCheck, { cell = '', earlier, since, on }: Term) => ({
  earlier: isTotal(one) && cell === '' ? 0 : earlier,
  totals: on === 'baseline' || (isTotal(one) && cell === ''),
  sinceStart: since === 'start',
})
