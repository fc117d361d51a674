/** A sum of unknowns, each taken so many times. */
export type Form = ReadonlyMap<string, number>

export const formOf = (...terms: readonly (readonly [unknown: string, times: number])[]): Form => {
  const form = new Map<string, number>()
  for (const [unknown, times] of terms) add(form, unknown, times)
  return form
}

export function combine(...parts: readonly (readonly [Form, number])[]): Form {
  const sum = new Map<string, number>()
  for (const [form, times] of parts) for (const [unknown, own] of form) add(sum, unknown, own * times)
  return sum
}

export const sumOf = (forms: readonly Form[]) => combine(...forms.map((form) => [form, 1] as const))

function add(form: Map<string, number>, unknown: string, times: number) {
  const next = (form.get(unknown) ?? 0) + times
  if (Math.abs(next) < 1e-12) form.delete(unknown)
  else form.set(unknown, next)
}

/** Two forms are the same exactly when their names are. */
export const nameOfForm = (form: Form) =>
  [...form]
    .map(([unknown, times]) => `${times}×${unknown}`)
    .sort()
    .join(' + ')
