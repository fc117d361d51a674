import type { z } from 'zod'
import type { PeriodForm } from '../map/mapping.ts'
import { monthPattern } from './period-words.ts'

type Form = z.infer<typeof PeriodForm>

/** What the parts of a pattern say together. `claimed` is no period of this form, but belongs to one of another. */
export type PeriodReading =
  | 'quarter'
  | 'half'
  | 'to-date'
  | 'year'
  | 'month'
  | 'months'
  | 'days'
  | 'day-after'
  | 'last-day'
  | 'first-day'
  | 'day'
  | 'fiscal-quarter'
  | 'fiscal-quarter-by-start'
  | 'fiscal-quarter-by-end'
  | 'fiscal-year'
  | 'half-by-months'
  | 'year-by-months'
  | 'claimed'

/**
 * Parts of a pattern: {n} the number of a quarter or half, {joined} where its word may follow at once, {y} the year, {k} how many months. Two numbers
 * before a year with strokes are {first} and {second}: which of them is the day depends on who writes.
 */
const parts: Record<string, string> = {
  n: '(?<![\\p{L}\\d])(?<n>[\\p{L}\\d|]+(?:-\\p{L}{1,4})?)(?![\\p{L}\\d])',
  joined: '(?<![\\p{L}\\d])(?<n>[\\p{L}\\d|]+?(?:-\\p{L}{1,4})?)',
  digit: '(?<n>[1-9])(?!\\d)',
  y: '(?<!\\d)(?<y>(?:19|20)\\d{2})(?!\\d|\\s?[/-]\\s?\\d{2,4}(?!\\d))',
  yy: '(?<y>(?:19|20)?\\d{2})(?!\\d)',
  years: '(?<!\\d)(?<y>(?:19|20)\\d{2})\\s?[/-]\\s?(?<next>\\d{4}|\\d{2})(?!\\d)',
  k: '(?<![\\p{L}\\d])(?<k>[\\p{L}\\d]+)',
  d: '(?<!\\d)(?<d>\\d{1,2})',
  m: '(?<m>\\d{1,2})',
  month: `(?<![\\p{L}])(?<month>${monthPattern})(?!\\p{L})\\.?`,
  month2: `(?<![\\p{L}])(?<month2>${monthPattern})(?!\\p{L})\\.?`,
  fy: '(?:f\\.?y\\.?|financial year|fiscal year)',
  year: '(?:г(?:од)?\\p{L}*\\.?|ж\\p{L}*\\.?|annee)',
  of: "(?:(?<!\\p{L})(?:for|of|in|de|en|du|l'annee|за|в|من|في|لسنه|سنه|لعام|عام|ل) ?)*",
  gap: '[ ,.:;(/_-]*',
}

const expanded = (pattern: string) =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole)

const dates = [
  '{d}\\.{m}\\.{yy}',
  '(?<!\\d)(?<first>\\d{1,2})([/-])(?<second>\\d{1,2})\\2{yy}',
  '(?<!\\d)(?<y>\\d{4})[-./]{m}[-./](?<d>\\d{1,2})(?!\\d)',
  '{d}(?:st|nd|rd|th|er|-го|-е)? (?:of |de )?{month},? ?{y}',
  '{month} (?<d>\\d{1,2})(?:st|nd|rd|th)?,? {y}',
  '{y} ?{year}?,? {d}[ -]{month}',
]
const to = ' ?(?:-|a|to|по|until|till|through|الي|до|au) ?'
const ranges = [
  `(?:с |de |du |from |من )?{month}${to}{month2},? ?{of}{gap}{y}`,
  `{y} ?{year}?{gap}{month}${to}{month2}`,
]
const dayRanges = [
  '{d}[./]{m}[./](?:(?<y>\\d{4}) ?)?(?:г\\.? ?)?(?:-|по|to|au|الي) ?(?<d2>\\d{1,2})[./](?<m2>\\d{1,2})[./](?<y2>\\d{4})(?!\\d)',
  `{d}(?:st|er|-го)? {month}(?: (?<y>\\d{4}))?(?: г\\p{L}*\\.?)?${to}(?<d2>\\d{1,2})(?:st|th|-е)? {month2},? (?<y2>\\d{4})(?!\\d)`,
]

const arabicQuarter = '(?:ال)?(?:ثلاثيه?|ربع)'
const arabicHalf = '(?:ال)?(?:سداسيه?|نصف)'

/**
 * How each form is written, after `normaliseText` and with plain digits. A text claimed by one pattern of a form is
 * not read again by the next.
 */
const periodPatterns: Record<Form, readonly (readonly [PeriodReading, readonly string[]])[]> = {
  'ru-quarter': [
    [
      'quarter',
      [
        '{joined} ?кв(?:артал\\p{L}*)?\\.?{gap}{of}{y}',
        '{y} ?{year}?{gap}{joined} ?кв(?:артал\\p{L}*)?(?!\\p{L})',
      ],
    ],
    [
      'to-date',
      ['{k} ?мес(?:яц\\p{L}*)?\\.?{gap}{of}{y}', '{y} ?{year}?{gap}(?:за )?{k} ?мес(?:яц\\p{L}*)?(?!\\p{L})'],
    ],
  ],
  'kk-quarter': [
    ['quarter', ['{y} ?{year}?{gap}{joined}[ -]?то[қк]сан', '{joined}[ -]?то[қк]сан\\p{L}*{gap}{y}']],
    ['to-date', ['{y} ?{year}?{gap}{k}[ -]?аи(?!\\p{L}{5})', '{k}[ -]?аи\\p{L}{0,4}{gap}{y}']],
  ],
  'ru-as-at': [['day-after', dates]],
  'fr-quarter': [
    [
      'quarter',
      [
        '(?<![\\p{L}\\d])t ?{digit}[ /_-]{0,3}{y}',
        '{y}[ /_-]{0,3}t ?{digit}',
        '{n} ?trim(?:estre)?\\.?{gap}{of}{y}',
        'trim(?:estre)?\\.? ?{n}{gap}{of}{y}',
        '{y}{gap}{n} ?trim(?:estre)?(?!\\p{L})',
      ],
    ],
    ['to-date', ['{k} (?:premiers )?mois{gap}{of}{y}']],
  ],
  'ar-quarter': [
    [
      'quarter',
      [
        `${arabicQuarter} {n}{gap}{of}{y}`,
        `{n} ${arabicQuarter}{gap}{of}{y}`,
        `{y}{gap}${arabicQuarter} {n}(?!\\p{L})`,
      ],
    ],
    ['to-date', ['{k} (?:اشهر|شهرا?)(?: الاولي)?{gap}{of}{y}']],
  ],
  'en-fiscal-quarter': [
    [
      'fiscal-quarter',
      [
        '(?<!\\p{L})q ?{digit}{gap}(?:of )?{fy}?{gap}{years}',
        '{n} (?:quarter|qtr\\.?){gap}(?:of )?(?:the )?{fy}?{gap}{years}',
        '(?:quarter|qtr) {n}{gap}(?:of )?(?:the )?{fy}?{gap}{years}',
        '{years}{gap}(?:q|quarter|qtr) ?{digit}',
        '{years}{gap}{n} quarter',
      ],
    ],
  ],
  'en-fiscal-by-start': [
    [
      'fiscal-quarter-by-start',
      [
        '(?<!\\p{L})q ?{digit}{gap}(?:of )?{fy}?{gap}{y}',
        '{n} (?:quarter|qtr\\.?){gap}(?:of )?{fy}?{gap}{y}',
        '(?:quarter|qtr) {n}{gap}(?:of )?{fy}?{gap}{y}',
        '{fy} ?{y}{gap}(?:q|quarter|qtr) ?{digit}',
        '{y}[ /_-]{0,3}q ?{digit}',
      ],
    ],
  ],
  'en-fiscal-by-end': [
    [
      'fiscal-quarter-by-end',
      [
        '(?<!\\p{L})q ?{digit}{gap}(?:of )?{fy}?{gap}{y}',
        '{n} (?:quarter|qtr\\.?){gap}(?:of )?{fy}?{gap}{y}',
        '(?:quarter|qtr) {n}{gap}(?:of )?{fy}?{gap}{y}',
        '{fy} ?{y}{gap}(?:q|quarter|qtr) ?{digit}',
        '{y}[ /_-]{0,3}q ?{digit}',
      ],
    ],
  ],
  'en-quarter': [
    [
      'quarter',
      [
        '(?<!\\p{L})q ?{digit}[ /_-]{0,3}{y}',
        '(?<!{fy} ?){y}[ /_-]{0,3}q ?{digit}',
        '{n} (?:quarter|qtr\\.?),? {of}{y}',
        '(?:quarter|qtr) {n},? {of}{y}',
      ],
    ],
    ['to-date', ['{k} months{gap}{of}{y}']],
  ],
  months: [
    ['days', dayRanges],
    ['months', ranges],
  ],
  'last-day': [
    ['claimed', dayRanges],
    ['last-day', dates],
  ],
  'first-day': [
    ['claimed', dayRanges],
    ['first-day', dates],
  ],
  day: [
    ['claimed', dayRanges],
    ['day', dates],
  ],
  month: [
    ['claimed', [...dayRanges, ...dates, ...ranges]],
    [
      'month',
      [
        '{month},? ?{of}{y}',
        '{y} ?{year}?{gap}{month}',
        '(?<![\\d./-]){m}[./]{y}(?![./]\\d)',
        '(?<![\\d./-])(?<y>20\\d{2})-(?<m>\\d{2})(?![\\d-]|/\\d)',
      ],
    ],
  ],
  'half-year': [
    [
      'half',
      [
        '(?<!\\p{L})[sh] ?{digit}[ /_-]{0,3}{y}',
        '{y}[ /_-]{0,3}[sh] ?{digit}',
        '{joined} ?(?:полугоди\\p{L}*|п/г|пг)\\.?{gap}{of}{y}',
        '{y} ?{year}?{gap}{joined}[ -]?(?:полугоди|жартыжылд)',
        '{joined}[ -]?жартыжылд\\p{L}*{gap}{y}',
        '{n} sem(?:estre)?\\.?{gap}{of}{y}',
        'sem(?:estre)?\\.? {n}{gap}{of}{y}',
        '{n} half(?: |-)(?:year )?{of}{y}',
        `${arabicHalf} {n}{gap}{of}{y}`,
        `{n} ${arabicHalf}{gap}{of}{y}`,
      ],
    ],
    ['half-by-months', ranges],
  ],
  year: [
    ['claimed', dates],
    ['year-by-months', ranges],
    ['year', ['(?<![\\d/-]|\\d\\.)(?<y>20\\d{2})(?![\\d/-]|\\.\\d)']],
  ],
  'fiscal-year': [['fiscal-year', ['{fy}? ?{years}']]],
}

/** The same, ready to be looked for everywhere in a text. */
export const expandedPatterns = Object.fromEntries(
  Object.entries(periodPatterns).map(([form, readings]) => [
    form,
    readings.map(
      ([reading, patterns]) =>
        [reading, patterns.map((pattern) => new RegExp(expanded(pattern), 'gu'))] as const,
    ),
  ]),
) as unknown as Record<Form, readonly (readonly [PeriodReading, readonly RegExp[]])[]> // safe: the same keys
