import type { Dimension } from '../../../indicators/model/breakdown.ts'

/** How other systems code the categories they all have. What stands for several things is not here. */
export const optionWords: Partial<Record<Dimension, Record<string, readonly string[]>>> = {
  sex: {
    female: [
      ...[
        'F',
        'FMLE',
        'SEX_F',
        'females',
        'women',
        'girls',
        'femme',
        'femmes',
        'feminin',
        'женщины',
        'женский',
      ],
      ...['ж', 'әйелдер', 'әйел', 'نساء', 'إناث', 'أنثى'],
    ],
    male: [
      ...['M', 'MLE', 'SEX_M', 'males', 'men', 'boys', 'homme', 'hommes', 'masculin', 'мужчины', 'мужской'],
      ...['м', 'ерлер', 'ер', 'رجال', 'ذكور', 'ذكر'],
    ],
    unknown: ['_U', 'U', 'UNK', 'not reported', 'sex not reported'],
  },
  age: {
    adult: [
      'adults',
      'Y_GE18',
      'Y18T999',
      '18+',
      'adultes',
      'взрослые',
      'совершеннолетние',
      'ересектер',
      'بالغون',
    ],
    juvenile: [
      ...[
        'juveniles',
        'children',
        'under 18',
        'Y_LT18',
        'Y0T17',
        'Y_0-17',
        '<18',
        '0-17',
        'mineurs',
        'mineur',
      ],
      ...['несовершеннолетние', 'кәмелетке толмағандар', 'أحداث', 'أطفال'],
    ],
  },
}

/** Written where a value is not broken down, or cannot be. */
export const totalWords: readonly string[] = [
  ...['_T', 'T', 'TOTAL', 'ALL', 'default', '_Z', 'both', 'both sexes'],
  ...['ensemble', 'total', 'всего', 'итого', 'барлығы', 'المجموع', 'الجملة'],
]
