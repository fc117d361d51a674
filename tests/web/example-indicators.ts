import type { Indicator } from '../../indicators/model/indicator.ts'
import { Indicator as IndicatorSchema } from '../../indicators/model/indicator.ts'
import type { Text } from '../../indicators/model/text.ts'

const operand = (element: string, over: 'sum' | 'last' = 'sum') => ({ sum: [{ element }], over })

const stages = ['none', 'situation analysis', 'draft', 'validated and piloted', 'adopted', 'in routine use']

type Sketch = Pick<Indicator, 'code' | 'level' | 'objectives' | 'area' | 'unit'> &
  Partial<Indicator> & { title: Text }

/** An indicator with ordinary settings, so that a test names only what it is about. */
export function exampleIndicator(sketch: Sketch): Indicator {
  return IndicatorSchema.parse({
    id: sketch.code.toLowerCase().replaceAll('.', '-'),
    definition: { en: `Definition of ${sketch.code}, word by word.` },
    computation: { en: '100 × the first count ÷ the second count' },
    direction: 'increase',
    formula: { kind: 'ratio', numerator: operand('AAA'), denominator: operand('BBB'), scale: 100 },
    window: 'quarter',
    geography: 'ratio_of_sums',
    targetMode: 'level',
    path: 'linear',
    staleness: 1,
    breakdowns: [],
    byRegion: false,
    frequency: 'quarterly',
    sensitivity: 'S0',
    sourceOfVerification: 'Prison register',
    assumption: 'Registers are kept',
    mapping: '',
    publicMeasures: [],
    version: 1,
    since: '2018-12-01',
    ...sketch,
  })
}

const both = ['SO1', 'SO2'] as const
const counted = (element: string) => ({
  formula: { kind: 'count', of: operand(element) } as const,
  window: 'since_start' as const,
  geography: 'sum' as const,
  targetMode: 'cumulative' as const,
})
const sex = [{ by: 'sex', levels: 'country' }] as Indicator['breakdowns']

/** One of every kind of value, every objective and area; titles in several states of translation. */
export const exampleIndicators: readonly Indicator[] = [
  exampleIndicator({
    code: 'GO.3',
    level: 'impact',
    objectives: ['GO'],
    area: 'all',
    unit: 'percentage',
    title: {
      en: 'Unsentenced detainees as a percentage of the overall prison population',
      fr: 'Prévenus en pourcentage de la population carcérale totale',
      ru: 'Доля лиц под стражей среди всех заключенных',
      kk: 'Барлық ұсталғандар арасындағы тергеу-қамаудағылардың үлесі',
      ar: 'نسبة الموقوفين من مجموع نزلاء السجون',
    },
    direction: 'decrease',
    breakdowns: [...sex, { by: 'age', levels: 'country' }],
    byRegion: true,
    publicMeasures: ['unsentenced_share'],
  }),
  exampleIndicator({
    code: 'SO1.1',
    level: 'outcome',
    objectives: ['SO1'],
    area: 'FA3',
    unit: 'percentage',
    title: {
      en: 'Percentage of prisoners identified as vulnerable who take part in a prevention activity',
      fr: 'Part des détenus vulnérables participant à une activité de prévention',
      ar: 'نسبة السجناء المعرّضين للتطرف المشاركين في نشاط وقائي°',
    },
    sensitivity: 'S2',
    breakdowns: sex,
  }),
  exampleIndicator({
    code: 'SO2.1',
    level: 'outcome',
    objectives: ['SO2'],
    area: 'FA2',
    unit: 'percentage',
    title: {
      en: 'Violent extremist prisoners whose individual plan follows from a valid assessment',
      fr: 'Détenus extrémistes violents dont le plan individuel découle d’une évaluation valide',
      ru: 'Заключенные с индивидуальным планом на основе действующей оценки',
      kk: 'Жеке жоспары жарамды бағалауға негізделген сотталғандар°',
      ar: 'السجناء ذوو الخطة الفردية المبنية على تقييم ساري المفعول°',
    },
    sensitivity: 'S2',
    breakdowns: sex,
  }),
  exampleIndicator({
    code: 'OP1.2.1',
    level: 'output',
    objectives: [...both],
    area: 'FA1',
    unit: 'number',
    title: {
      en: 'Number of prison staff trained on managing violent extremist prisoners',
      fr: 'Nombre d’agents pénitentiaires formés',
      ru: 'Число обученных сотрудников учреждений',
      kk: 'Оқытылған түрме қызметкерлерінің саны',
      ar: 'عدد موظفي السجون المدرَّبين',
    },
    ...counted('TR_FIRST'),
    breakdowns: [...sex, { by: 'role', levels: 'programme' }],
    byRegion: true,
    publicMeasures: ['academy_staff_trained_as_trainers'],
  }),
  exampleIndicator({
    code: 'OP1.2.3',
    level: 'output',
    objectives: [...both],
    area: 'FA1',
    unit: 'number',
    title: { en: 'Number of completions of the Nelson Mandela Rules e-learning course' },
    ...counted('TR_ELEARN'),
    breakdowns: sex,
    publicMeasures: ['mandela_elearning_completions'],
  }),
  exampleIndicator({
    code: 'OP1.2.5',
    level: 'output',
    objectives: [...both],
    area: 'FA1',
    unit: 'percentage',
    title: {
      en: 'Share of women among staff trained',
      fr: 'Part des femmes parmi les agents formés',
      ru: 'Доля женщин среди обученных сотрудников',
      kk: 'Оқытылғандар арасындағы әйелдердің үлесі',
      ar: 'نسبة النساء من الموظفين المدرَّبين',
    },
    window: 'since_start',
    ...{ version: 2, since: '2021-01-01' },
    earlier: [
      {
        ...{ version: 1, since: '2018-12-01' },
        reason: { en: 'Whoever took two courses was counted twice', fr: 'Double compte' },
        computation: { en: '100 × participations of women ÷ participations' },
        formula: { kind: 'ratio', numerator: operand('PART_F'), denominator: operand('PART'), scale: 100 },
        window: 'quarter',
      },
    ],
  }),
  exampleIndicator({
    code: 'OP2.1.1',
    level: 'output',
    objectives: ['SO2'],
    area: 'FA2',
    unit: 'stage',
    title: { en: 'Stage of the national risk-and-needs assessment framework' },
    formula: { kind: 'ordinal', element: 'RNA_STATUS', levels: stages.map((en) => ({ en })) },
    geography: 'distribution',
  }),
  exampleIndicator({
    code: 'OP3.1.2',
    level: 'output',
    objectives: ['SO2'],
    area: 'FA3',
    unit: 'number',
    title: { en: 'Number of programme facilities with an interdisciplinary team' },
    formula: { kind: 'facilities_with', element: 'DIS_TEAM' },
    geography: 'count_of_units',
  }),
  exampleIndicator({
    code: 'OP3.2.4',
    level: 'output',
    objectives: [...both],
    area: 'FA3',
    unit: 'score',
    title: { en: 'Mean participant rating of voluntariness, fairness and usefulness' },
    formula: { kind: 'weighted_mean', numerator: operand('SUM'), denominator: operand('N') },
    frequency: 'six-monthly',
  }),
  exampleIndicator({
    code: 'OP4.1.1',
    level: 'output',
    objectives: ['SO2'],
    area: 'FA4',
    unit: 'percentage',
    title: { en: 'Violent extremist prisoners released with a reintegration plan' },
    window: 'four_quarters',
    sensitivity: 'S2',
    breakdowns: sex,
  }),
  exampleIndicator({
    code: 'X.2',
    level: 'cross-cutting',
    objectives: [...both],
    area: 'all',
    unit: 'qualitative',
    title: { en: 'Significant changes reported and verified' },
    formula: { kind: 'qualitative', element: 'NARR' },
    direction: 'none',
    geography: 'list_only',
    targetMode: 'none',
  }),
  exampleIndicator({
    code: 'X.3',
    level: 'cross-cutting',
    objectives: [...both],
    area: 'all',
    unit: 'yes-no',
    title: { en: 'Annual human-rights and do-no-harm review completed' },
    formula: { kind: 'yes_no', element: 'HRDD_DONE' },
    geography: 'count_of_units',
    frequency: 'annual',
    window: 'four_quarters',
  }),
  exampleIndicator({
    code: 'CTX.3',
    level: 'context',
    objectives: [],
    area: 'all',
    unit: 'percentage',
    title: { en: 'Share of women among prisoners' },
    direction: 'none',
    targetMode: 'none',
    publicMeasures: ['women_share'],
  }),
]
