import { existsSync, readdirSync } from 'node:fs'
import { z } from 'zod'
import { DataElement } from '../model/data-element.ts'
import { Indicator } from '../model/indicator.ts'
import { Logframe } from '../model/logframe.ts'
import type { Plan } from '../model/target.ts'
import { checkLogframe } from './check-logframe.ts'
import { type LogframeProblem, listProblems } from './problem.ts'
import { type OwnedPlan, readPlans } from './read-plans.ts'
import { openYaml, readEach, readPart } from './yaml-file.ts'

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
  const programme = readPart(openYaml(folder, 'programme.yaml'), Programme)
  const elementFile = openYaml(folder, 'elements.yaml')
  const elements = readEach(elementFile, DataElement)
  const definitions = files
    .filter((file) => file.includes('/') && !file.startsWith('plans/'))
    .map((file) => openYaml(folder, file))
  const readDefinitions = definitions.map((opened) => readPart(opened, Indicator))
  const indicators = readDefinitions.flatMap(({ found }) => found ?? [])
  const byId = new Map(indicators.map(({ value }) => [value.id, value]))
  const ids = definitions.flatMap(({ file, raw }) => [...idsIn([raw]), file.replace(/^.*\/|\.yaml$/g, '')])
  const plans = files
    .filter((file) => file.startsWith('plans/'))
    .map((file) => readPlans(folder, file, byId, [...new Set(ids)]))
  const parts = {
    programme: programme.found,
    elements: elements.flatMap(({ found }) => found ?? []),
    elementIds: idsIn(elementFile.raw),
    indicators,
    plans: plans.flatMap((one) => one.plans),
  }
  const problems = [programme, ...elements, ...readDefinitions, ...plans].flatMap((one) => one.problems)
  return {
    logframe: {
      ...(programme.found?.value ?? { start: '', plannedEnd: '', chain: [] }),
      elements: parts.elements.map(({ value }) => value),
      indicators: indicators.map(({ value }) => value).sort(byCode),
      plans: plansById(parts.plans),
    },
    problems: eachOnce([...problems, ...checkLogframe(parts)]).sort(byPlace),
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
  (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()

/** The ids that parts give themselves, whether or not the rest of them can be read. */
const idsIn = (raw: unknown): string[] =>
  Array.isArray(raw) ? raw.flatMap((one) => WithId.safeParse(one).data?.id ?? []) : []

/** The order of the printed logframe: impact, outcomes, outputs, cross-cutting, context. */
const ranks = ['GO', 'SO', 'OP', 'X', 'CTX']
const rankOf = (code: string) => ranks.indexOf(code.replace(/[\d.]+$/, ''))
const byCode = (a: Indicator, b: Indicator) => rankOf(a.code) - rankOf(b.code) || (a.code < b.code ? -1 : 1)

const eachOnce = (problems: readonly LogframeProblem[]) => [
  ...new Map(problems.map((one) => [`${one.file}:${one.line}: ${one.message}`, one])).values(),
]

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
