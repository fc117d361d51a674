import { readdirSync } from 'node:fs'
import { z } from 'zod'
import { DataElement } from '../model/data-element.ts'
import { Indicator } from '../model/indicator.ts'
import { Logframe } from '../model/logframe.ts'
import type { Plan } from '../model/target.ts'
import { checkLogframe } from './check-logframe.ts'
import { type LogframeProblem, listProblems } from './problem.ts'
import { type OwnedPlan, readPlans } from './read-plans.ts'
import { part, readYamlFile } from './yaml-file.ts'

const ownFolder = import.meta.dirname
const Programme = Logframe.pick({ start: true, plannedEnd: true, chain: true })
const WithId = z.object({ id: z.string() })

/**
 * Reads and checks a whole logframe folder: this one unless told.
 *
 * Shape   indicators in the order of their printed numbers; per indicator its plans by country, totals first
 * Errors  every mistake is in `problems`, by file and line; `logframe` holds what could be read and is whole
 *         only when there are none
 */
export function readLogframe(folder = ownFolder): { logframe: Logframe; problems: LogframeProblem[] } {
  const files = yamlFiles(folder)
  const programme = readYamlFile(folder, 'programme.yaml', Programme)
  const elements = readYamlFile(folder, 'elements.yaml', z.array(DataElement))
  const definitions = files
    .filter((file) => file.includes('/') && !file.startsWith('plans/'))
    .map((file) => readYamlFile(folder, file, Indicator))
  const indicators = definitions.flatMap(({ found }) => found ?? [])
  const byId = new Map(indicators.map(({ value }) => [value.id, value]))
  const ids = definitions.flatMap(({ raw }) => WithId.safeParse(raw).data?.id ?? [])
  const plans = files
    .filter((file) => file.startsWith('plans/'))
    .map((file) => readPlans(folder, file, byId, ids))
  const parts = {
    programme: programme.found,
    elements: partsOf(elements.found),
    indicators,
    plans: plans.flatMap((one) => one.plans),
  }
  const problems = [programme, elements, ...definitions, ...plans].flatMap((one) => one.problems)
  return {
    logframe: {
      ...(programme.found?.value ?? { start: '', plannedEnd: '', chain: [] }),
      elements: elements.found?.value ?? [],
      indicators: indicators.map(({ value }) => value).sort(byCode),
      plans: plansById(parts.plans),
    },
    problems: [...problems, ...checkLogframe(parts)].sort(byPlace),
  }
}

/** The logframe, or one error that lists every mistake as `file:line: what to write instead`. */
export function loadLogframe(folder = ownFolder): Logframe {
  const { logframe, problems } = readLogframe(folder)
  if (problems.length > 0)
    throw new Error(listProblems(`The logframe in ${folder} cannot be used until this is mended:`, problems))
  return logframe
}

const yamlFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()

const partsOf = (found: ReturnType<typeof readYamlFile<z.ZodArray<typeof DataElement>>>['found']) =>
  found?.value.map((element, i) => part(found, [i], element)) ?? []

/** The order of the printed logframe: impact, outcomes, outputs, cross-cutting, context. */
const ranks = ['GO', 'SO', 'OP', 'X', 'CTX']
const rankOf = (code: string) => ranks.indexOf(code.replace(/[\d.]+$/, ''))
const byCode = (a: Indicator, b: Indicator) => rankOf(a.code) - rankOf(b.code) || (a.code < b.code ? -1 : 1)

const byPlace = (a: LogframeProblem, b: LogframeProblem) =>
  a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1

function plansById(plans: readonly OwnedPlan[]): Record<string, Plan[]> {
  const found: Record<string, Plan[]> = {}
  for (const { indicator, plan } of [...plans].sort((a, b) => byCode(a.indicator, b.indicator))) {
    const own = found[indicator.id] ?? []
    found[indicator.id] = own
    own.push(plan.value)
    own.sort((a, b) => (a.cell === b.cell ? 0 : a.cell < b.cell ? -1 : 1))
  }
  return found
}
