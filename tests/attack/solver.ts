import loadHighs, { type Model } from 'highs'
import type { Form } from './form.ts'
import type { Component } from './system.ts'

export type Highs = Awaited<ReturnType<typeof loadHighs>>
let loading: Promise<Highs> | undefined
export const solver = (): Promise<Highs> => {
  loading ??= loadHighs()
  return loading
}

/** A whole number for every unknown of a component, in its order, that agree with everything known. */
export type Witness = Float64Array

/** A form over one component, by the places of its unknowns. */
export type Placed = { indices: Int32Array; values: Float64Array }

export type Extreme = { bound: number; witness: Witness | null; duals: Float64Array }

/** By whole numbers alone; and only among tables where the form is `from` or more. */
export type By = { whole?: boolean; from?: number }

/**
 * A component made ready to be asked.
 *
 * `extreme` is the least or greatest a form can be: `bound` by real numbers, or by whole ones where `whole` is asked;
 * null where nothing agrees with all rows, or where the time is up.
 */
export type Asked = {
  component: Component
  place(form: Form): Placed
  extreme(form: Placed, direction: 'least' | 'greatest', by?: By): Extreme | null
  dispose(): void
}

const SECONDS = 5
const NEAR = 1e-6

export function askAbout(highs: Highs, component: Component): Asked {
  const { unknowns } = component
  const column = new Map(unknowns.map((unknown, nth) => [unknown, nth]))
  const place = (form: Form): Placed => ({
    indices: Int32Array.from(form.keys(), (unknown) => column.get(unknown) ?? -1),
    values: Float64Array.from(form.values()),
  })
  const rows = component.rows.map(({ form, low, high }) => ({ ...place(form), low, high }))
  const model = modelOf(highs, unknowns.length, rows)
  const all = { kind: 'range', from: 0, to: unknowns.length - 1 } as const
  const { integer, continuous } = highs.constants.variableType
  const wholes = unknowns.map(() => integer)
  const reals = unknowns.map(() => continuous)
  return {
    component,
    place,
    extreme(form, direction, { whole = false, from } = {}) {
      const sign = direction === 'least' ? 1 : -1
      const costs = new Float64Array(unknowns.length)
      form.indices.forEach((index, nth) => {
        costs[index] = sign * (form.values[nth] ?? 0)
      })
      model.changeColsCost(all, costs)
      if (whole) model.changeColsIntegrality(all, wholes)
      if (from !== undefined) model.addRow(from, highs.infinity, form)
      const found = solved(highs, model, rows, sign)
      if (from !== undefined) model.deleteRows({ kind: 'range', from: rows.length, to: rows.length })
      if (whole) model.changeColsIntegrality(all, reals)
      return found
    },
    dispose: () => model.dispose(),
  }
}

type PlacedRow = Placed & { low: number; high: number }

function modelOf(highs: Highs, columns: number, rows: readonly PlacedRow[]): Model {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach(({ indices }, nth) => {
    starts[nth + 1] = (starts[nth] ?? 0) + indices.length
  })
  const model = highs.createModel({
    numCols: columns,
    numRows: rows.length,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(highs.infinity),
    rowLower: Float64Array.from(rows, ({ low }) => Math.max(low, -highs.infinity)),
    rowUpper: Float64Array.from(rows, ({ high }) => Math.min(high, highs.infinity)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns,
      starts,
      indices: Int32Array.from(rows.flatMap(({ indices }) => [...indices])),
      values: Float64Array.from(rows.flatMap(({ values }) => [...values])),
    },
  })
  model.options.set({ output_flag: false, presolve: 'off', time_limit: SECONDS })
  return model
}

function solved(highs: Highs, model: Model, rows: readonly PlacedRow[], sign: number): Extreme | null {
  model.zeroAllClocks()
  model.run()
  const { optimal, unbounded } = highs.constants.modelStatus
  const status = model.getModelStatus()
  const none = new Float64Array()
  if (status === unbounded) return { bound: sign * Number.NEGATIVE_INFINITY, witness: null, duals: none }
  if (status !== optimal) return null
  const { colValue, rowDual } = model.getSolution()
  return { bound: sign * model.getObjectiveValue(), witness: witnessIn(rows, colValue), duals: rowDual }
}

/** Solvers answer in doubles: whole numbers count only if they agree with every row, by adding. */
function witnessIn(rows: readonly PlacedRow[], values: Float64Array): Witness | null {
  const witness = values.map(Math.round)
  const agrees = rows.every((row) => {
    const sum = amountOf(row, witness)
    return sum >= row.low - NEAR && sum <= row.high + NEAR
  })
  return agrees && witness.every((value) => value >= 0) ? witness : null
}

export function amountOf({ indices, values }: Placed, witness: Witness): number {
  let sum = 0
  for (let nth = 0; nth < indices.length; nth++) sum += (values[nth] ?? 0) * (witness[indices[nth] ?? 0] ?? 0)
  return sum
}
