import { rowsKnown, workOut } from './attack.ts'
import type { Exposure } from './exposure.ts'
import { STANDARD } from './exposure.ts'
import type { Figure, Known } from './figure.ts'
import { nameOf } from './figure.ts'
import { nameOfForm } from './form.ts'
import type { Sensitive } from './judge.ts'
import { possibleValues } from './try-every-table.ts'

/** A withheld figure given back, what the attacker makes of it, and what trying every table says. */
export type Mutation = { givenBack: string; unsafe: number; missed: string[]; accused: string[] }

/** The public figures with one that was withheld as the internal edition has it. */
export function giveBack(known: Known, hidden: Figure, internal: Known): Known {
  const truth = internal.figures.find((figure) => nameOf(figure) === nameOf(hidden))
  const figures = known.figures.map((figure) =>
    figure === hidden ? { ...figure, state: 'observed', numbers: { ...truth?.numbers } } : figure,
  )
  return { ...known, figures }
}

export const withheldIn = ({ figures }: Known) => figures.filter(({ state }) => state === 'suppressed')

/** Gives back every withheld figure of a small publication, each alone. */
export async function mutateSmall(
  known: Known,
  internal: Known,
  sensitive: readonly Sensitive[],
): Promise<Mutation[]> {
  const mutations: Mutation[] = []
  for (const hidden of withheldIn(known)) {
    const mutated = giveBack(known, hidden, internal)
    const possible = possibleValues(mutated.figures)
    const { told } = await workOut(rowsKnown(mutated, sensitive), sensitive)
    const judged = told
      .map(({ form, exposure }) => ({ name: nameOfForm(form), exposure, values: possible.get(spotOf(form)) }))
      .filter(({ values }) => values !== undefined)
    mutations.push({
      givenBack: nameOf(hidden),
      unsafe: judged.filter(({ values }) => isUnsafe(values)).length,
      missed: judged
        .filter(({ values, exposure }) => isUnsafe(values) && isSafe(exposure))
        .map(({ name }) => name),
      accused: judged
        .filter(({ values, exposure }) => !isUnsafe(values) && !isSafe(exposure))
        .map(({ name }) => name),
    })
  }
  return mutations
}

const isSafe = (exposure: Exposure) => exposure.class === 'safe'

function isUnsafe(values: ReadonlySet<number> = new Set()): boolean {
  return values.size < STANDARD.k || Math.max(...values) - Math.min(...values) < STANDARD.width
}

/** The cell of the small publication a form is, by its one unknown; the empty text for sums. */
function spotOf(form: ReadonlyMap<string, number>): string {
  const [name = '', ...others] = form.keys()
  const [, , , place, , cell] = name.split('|')
  return others.length > 0 ? '' : `${place} ${cell}`
}
