import type { Attack, Told } from './attack.ts'
import { smallCorrections } from './corrections.ts'
import type { Class } from './exposure.ts'
import type { Mutation } from './mutations.ts'
import { PROMISES } from './promises.ts'

export type Counts = Record<Class, number>

/** One publication attacked, in numbers. */
export type Reported = {
  name: string
  figures: number
  withheld: number
  rows: number
  sensitive: number
  classes: Counts
  impossible: number
  contradictions: number
  disagreements: number
  /** Published numbers of people that a later release moved by one to four. */
  smallCorrections: number
  seconds: number
}

export function reportOn(name: string, attack: Attack, seconds: number): Reported {
  const { known, rows, system, told, impossible } = attack
  return {
    name,
    figures: known.figures.length,
    withheld: known.figures.filter(({ state }) => state === 'suppressed').length,
    rows: rows.length,
    sensitive: told.length,
    classes: countsOf(told),
    impossible,
    contradictions: system.contradictions.length,
    disagreements: known.disagreements.length,
    smallCorrections: smallCorrections(known).length,
    seconds,
  }
}

export function countsOf(told: readonly Told[]): Counts {
  const counts: Counts = {
    'E0 exact': 0,
    'E1 fewer than three values': 0,
    'E2 narrow': 0,
    safe: 0,
    unproven: 0,
  }
  for (const { exposure } of told) counts[exposure.class] += 1
  return counts
}

/** Classes in which more is told than was promised, with how many. */
export const broken = (counts: Counts) =>
  Object.entries(PROMISES).flatMap(([name, most]) =>
    counts[name as Class] > most ? [`${name}: ${counts[name as Class]}`] : [],
  )

export const sentence = ({ name, sensitive, withheld, figures, rows, classes, seconds }: Reported) =>
  `${name}: ${figures} figures, ${withheld} withheld, ${rows} rows; of ${sensitive} small counts ` +
  `${classes.safe} safe, ${classes['E0 exact']} exact, ${classes['E1 fewer than three values']} of fewer than three values, ` +
  `${classes['E2 narrow']} narrow, ${classes.unproven} unproven; ${seconds.toFixed(1)} s`

/** What is told of numbers that are not safe, for people. */
export const findings = (told: readonly Told[]) =>
  told
    .filter(({ exposure }) => exposure.class !== 'safe')
    .map(({ what, exposure }) => `${exposure.class}: ${what} lies from ${exposure.low} to ${exposure.high}`)

/** All publications together, in sentences. */
export function summary(reports: readonly Reported[], mutations: readonly Mutation[]): string {
  const sum = (count: (report: Reported) => number) => reports.reduce((all, report) => all + count(report), 0)
  const unsafe = mutations.filter((mutation) => mutation.unsafe > 0)
  const caught = unsafe.filter(({ missed }) => missed.length === 0)
  const accused = mutations.filter((mutation) => mutation.accused.length > 0)
  const seconds = reports.map((report) => report.seconds).sort((a, b) => a - b)
  return [
    `${reports.length} publications, ${sum(({ sensitive }) => sensitive)} small counts of people.`,
    ...(['E0 exact', 'E1 fewer than three values', 'E2 narrow', 'unproven', 'safe'] as const).map(
      (name) => `${name}: ${sum(({ classes }) => classes[name])}`,
    ),
    `Understood wrongly: ${sum(({ contradictions, impossible }) => contradictions + impossible)}. Channels that differ: ${sum(({ disagreements }) => disagreements)}.`,
    `Corrections told to the person: ${sum(({ smallCorrections: told }) => told)} published numbers moved by one to four between releases, in ${reports.filter(({ smallCorrections: told }) => told > 0).length} publications.`,
    `${caught.length} of ${unsafe.length} unsafe mutations caught, ${accused.length} of ${mutations.length} accused wrongly.`,
    `One attack takes ${(seconds[Math.floor(seconds.length / 2)] ?? 0).toFixed(1)} s (median), at most ${(seconds.at(-1) ?? 0).toFixed(1)} s.`,
  ].join('\n')
}
