import { type Dimension, dimensions } from '../../../indicators/model/breakdown.ts'
import { normaliseText } from '../values/normalise-text.ts'

/** What a column of a long table says: one value a row, and beside it what the value is about. */
export type LongRole =
  | 'element'
  | 'place'
  | 'period'
  | 'value'
  | 'status'
  | 'action'
  | 'cell'
  | 'note'
  | `by ${Dimension}`

/** Names of dimensions that by themselves may mean something else: the status of a value, the measure that is counted. */
const unclearAlone = new Set<Dimension>(['status', 'measure'])

/** Header spellings, compared without case, accents, and with `_`, `-` and `.` as spaces. */
const spellings: Record<LongRole, readonly string[]> = {
  element: [
    ...['element', 'data element', 'dataelement', 'element code', 'data element code', 'measure code'],
    ...['indicator', 'indicator code', 'indicateur', 'code indicateur', "code de l'indicateur", 'variable'],
    ...['показатель', 'код показателя', 'көрсеткіш', 'көрсеткіш коды', 'المؤشر', 'رمز المؤشر'],
  ],
  place: [
    ...['place', 'place code', 'orgunit', 'org unit', 'organisation unit', 'facility', 'facility code'],
    ...[
      'station',
      'station code',
      'prison',
      'location',
      'ref area',
      'etablissement',
      'code etablissement',
      'lieu',
    ],
    ...['учреждение', 'код учреждения', 'мекеме', 'мекеме коды', 'المؤسسة', 'رمز المؤسسة'],
  ],
  period: [
    ...['period', 'time period', 'quarter', 'reporting period', 'periode', 'trimestre'],
    ...['период', 'отчетный период', 'квартал', 'кезең', 'тоқсан', 'الفترة', 'الثلاثي'],
  ],
  value: [
    ...['value', 'obs value', 'data value', 'number', 'count', 'figure', 'valeur', 'nombre'],
    ...['значение', 'число', 'количество', 'мәні', 'мән', 'саны', 'القيمة', 'العدد'],
  ],
  status: [
    'status',
    'obs status',
    'value status',
    'state',
    'statut',
    'статус',
    'статус значения',
    'мәртебе',
    'الحالة',
  ],
  action: ['action', 'действие', 'әрекет', 'الإجراء'],
  cell: [
    ...['cell', 'breakdown', 'disaggregation', 'category option combo', 'categoryoptioncombo'],
    ...['ventilation', 'desagregation', 'разрез', 'разбивка', 'бөліну', 'التصنيف'],
  ],
  note: [
    ...['note', 'notes', 'comment', 'comments', 'remark', 'remarks', 'remarque', 'observations'],
    ...['примечание', 'ескерту', 'ملاحظات'],
  ],
  ...ofDimensions({
    sex: ['gender', 'sexe', 'пол', 'жынысы', 'жыныс', 'الجنس'],
    age: ['age group', "groupe d'age", 'возраст', 'жасы', 'жас', 'العمر', 'السن'],
    status: ['legal status', 'custody status', 'statut juridique', 'правовой статус', 'الوضع القانوني'],
  }),
}

/** Roles every long table has. */
const needed = ['element', 'place', 'period', 'value'] as const satisfies readonly LongRole[]

const plain = (header: string) =>
  normaliseText(header)
    .replace(/[_.-]+/g, ' ')
    .trim()

const roleOf = new Map(
  Object.entries(spellings).flatMap(([role, texts]) => texts.map((text) => [plain(text), role as LongRole])),
)

/** The role of one header; null where nobody has said what it means. */
export const longRoleOf = (header: string): LongRole | null => roleOf.get(plain(header)) ?? null

/**
 * The roles of a header row, column by column.
 *
 * Shape   null where it is no long table's: element, place, period and value each have to be there, none twice
 */
export function longRolesOf(headers: readonly string[]): (LongRole | null)[] | null {
  const roles = headers.map(longRoleOf)
  const named = roles.filter((role) => role !== null)
  const isLong = needed.every((role) => named.includes(role)) && new Set(named).size === named.length
  return isLong ? roles : null
}

function ofDimensions(more: Partial<Record<Dimension, readonly string[]>>) {
  const names = (Object.keys(dimensions) as Dimension[]).map((dimension) => [
    `by ${dimension}`,
    [`by ${dimension}`, ...(unclearAlone.has(dimension) ? [] : [dimension]), ...(more[dimension] ?? [])],
  ])
  return Object.fromEntries(names) as Record<`by ${Dimension}`, string[]>
}
