import { z } from 'zod'

/** Dimension → its categories, in display order. Codes are permanent; words live in the catalogues of `web/i18n`. */
export const dimensions = {
  sex: ['female', 'male', 'unknown'],
  age: ['adult', 'juvenile'],
  status: ['sentenced', 'unsentenced', 'other'],
  role: [
    'custodial',
    'management',
    'psychologist',
    'social-worker',
    'pve-officer',
    'education',
    'religious',
    'health',
    'probation',
    'trainer',
  ],
  release: ['end-of-sentence', 'conditional', 'court-order', 'pardon', 'other'],
  intervention: [
    'psychological',
    'social-family',
    'education',
    'vocational',
    'religious',
    'mentoring',
    'mixed',
  ],
  activity: ['education', 'vocational', 'life-skills', 'mentoring', 'sport', 'arts'],
  service: ['counselling', 'job', 'housing', 'family-mediation', 'education', 'legal-aid', 'health'],
  exit: ['withdrew', 'transferred', 'released', 'excluded', 'other'],
  incident: ['escape', 'prisoner-violence', 'staff-assault', 'contraband', 'disorder', 'recruitment'],
  agency: [
    'police',
    'prosecution',
    'judiciary',
    'security-service',
    'probation',
    'social-services',
    'local-authority',
    'ngo',
  ],
  theme: ['accommodation', 'health', 'contact', 'discipline', 'safety', 'staff', 'other'],
  topic: ['dynamic-security', 'risk-assessment', 'disengagement', 'human-rights', 'reintegration'],
  provider: ['academy', 'programme', 'partner'],
  body: ['npm', 'ombudsman', 'judge', 'icrc', 'other'],
  organisation: ['community', 'religious', 'training', 'employer'],
  measure: ['community-service', 'electronic-monitoring', 'probation-order', 'other'],
  category: ['custodial', 'specialist', 'management'],
  format: ['individual', 'group'],
  area: ['fa1', 'fa2', 'fa3', 'fa4'],
} as const satisfies Record<string, readonly string[]>

export type Dimension = keyof typeof dimensions
export const Dimension = z.enum(Object.keys(dimensions) as [Dimension, ...Dimension[]])

/**
 * One cell of a disaggregation as canonical text: `sex=female`, `age=juvenile;sex=female`.
 * Dimensions are in alphabetical order; the empty text is the total.
 */
export const Cell = z.string().refine(isCell, 'not a known breakdown cell in canonical order')
export type Cell = string
export const TOTAL: Cell = ''

export function cellOf(categories: Partial<Record<Dimension, string>>): Cell {
  return Object.entries(categories)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, category]) => `${dimension}=${category}`)
    .join(';')
}

export function parseCell(cell: Cell): Partial<Record<Dimension, string>> {
  return cell === TOTAL ? {} : Object.fromEntries(cell.split(';').map((part) => part.split('=')))
}

/** The dimensions a cell is split by, joined: `age;sex`. The total's is the empty text. */
export const splitOf = (cell: Cell) => Object.keys(parseCell(cell)).join(';')

function isCell(text: string): boolean {
  if (text === TOTAL) return true
  const categories = parseCell(text)
  const known = Object.entries(categories).every(([dimension, category]) =>
    (dimensions[dimension as Dimension] as readonly string[] | undefined)?.includes(category as string),
  )
  return known && cellOf(categories) === text
}
