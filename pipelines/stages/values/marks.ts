import { normaliseText } from './normalise-text.ts'

/** What a mark in place of a number can mean. */
export const markMeanings = ['missing', 'not_applicable', 'withheld', 'zero'] as const
export type MarkMeaning = (typeof markMeanings)[number]

/**
 * Marks people write in place of a number, by what they mostly mean; those under `unclear` are used for all of it.
 * None is ever read by this list: it only suggests an answer to the question what the mark means.
 */
const usual: Record<MarkMeaning | 'unclear', string> = {
  unclear:
    '- | -- | --- | – | — | . | .. | / | // | * | ** | ? | # | x | х | xx | хх | n/a | n.a. | n a | na | нет | жоқ | لا | no | non | ? | غ م | غ.م | غ م. | #n/a | not applicable/not available',
  missing:
    '... | nd | n.d. | n/d | n.k. | nk | not known | unknown | no data | not available | not reported | missing | tbd | tbc | н/д | н.д. | нд | н/с | нет данных | нет сведений | данных нет | данные отсутствуют | сведений нет | не представлено | не предоставлено | неизвестно | мәлімет жоқ | деректер жоқ | дерек жоқ | белгісіз | м/ж | д/ж | non disponible | non renseigné | nr | n.r. | non communiqué | pas de données | inconnu | غير متوفر | غير متوفرة | غير متاح | غ م ت | لا توجد بيانات | لا توجد معطيات | غير معروف',
  not_applicable:
    'not applicable | so | s.o. | s/o | sans objet | non applicable | н/п | не применимо | неприменимо | не предусмотрено | қолданылмайды | لا ينطبق | غير معني | غير منطبق',
  withheld:
    'nc | n.c. | confidential | conf. | withheld | restricted | c | конф. | конфиденциально | дсп | секретно | құпия | confidentiel | secret | سري',
  zero: 'nil | none | zero | néant | ras | aucun | aucune | zéro | ноль | отсутствуют | отсутствует | не было | не имеется | нөл | болған жоқ | لا شيء | صفر | لا يوجد',
}

const known = new Map<string, MarkMeaning | null>(
  Object.entries(usual).flatMap(([meaning, marks]) =>
    marks
      .split(' | ')
      .map((mark) => [normaliseText(mark), meaning === 'unclear' ? null : (meaning as MarkMeaning)] as const),
  ),
)

/** Whether a text, reduced as by `normaliseText`, is known to stand for a number that is not there. */
export const isMark = (plain: string) => known.has(plain) || /^[-._*/]{1,4}$/.test(plain)

/** What a mark mostly means; null where it means one thing here and another there. */
export const usualMeaning = (plain: string): MarkMeaning | null => known.get(plain) ?? null
