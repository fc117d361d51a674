import type { Text } from './text.ts'

/** What a column holds: words, a measured number, a whole number, yes or no. */
export type Kind = 'text' | 'number' | 'count' | 'flag'
type Column = { kind: Kind; tag: string; meaning: Text }

/** The columns of the table of values, in their order: what each holds, its HXL tag, what it means. */
export const valueColumns = {
  indicator: {
    kind: 'text',
    tag: '#indicator+id',
    meaning: {
      en: 'The indicator’s permanent name',
      fr: 'Le nom permanent de l’indicateur',
      ru: 'Постоянное имя показателя',
      kk: 'Көрсеткіштің тұрақты атауы°',
      ar: 'الاسم الدائم للمؤشر°',
    },
  },
  code: {
    kind: 'text',
    tag: '#indicator+code',
    meaning: {
      en: 'What the printed logframe calls it',
      fr: 'Son code dans le cadre logique imprimé',
      ru: 'Его код в печатной логической рамке',
      kk: 'Басып шығарылған логикалық құрылымдағы коды°',
      ar: 'رمزه في الإطار المنطقي المطبوع°',
    },
  },
  place: {
    kind: 'text',
    tag: '#loc+code',
    meaning: {
      en: 'ALL for the programme, else country, region',
      fr: 'ALL pour le programme, sinon pays, région',
      ru: 'ALL — программа в целом, иначе страна, регион',
      kk: 'ALL — бүкіл бағдарлама, әйтпесе ел, өңір°',
      ar: 'ALL للبرنامج كله، وإلا فالبلد أو الإقليم°',
    },
  },
  quarter: {
    kind: 'text',
    tag: '#date+quarter',
    meaning: {
      en: 'The quarter the value’s window ends with',
      fr: 'Le trimestre qui termine la période de la valeur',
      ru: 'Квартал, которым кончается период значения',
      kk: 'Мән кезеңі аяқталатын тоқсан°',
      ar: 'الربع الذي تنتهي به فترة القيمة°',
    },
  },
  cell: {
    kind: 'text',
    tag: '#meta+part',
    meaning: {
      en: 'The part it is of, such as sex=female; empty for the total',
      fr: 'La partie concernée, par exemple sex=female ; vide pour le total',
      ru: 'Часть, к которой относится, например sex=female; для итога пусто',
      kk: 'Қай бөлікке жатады, мысалы sex=female; жиынтық үшін бос°',
      ar: 'الجزء الذي تخصه، مثل sex=female؛ وفارغ للمجموع°',
    },
  },
  state: {
    kind: 'text',
    tag: '#meta+status',
    meaning: {
      en: 'Whether there is a number, else why not',
      fr: 'S’il y a un nombre, sinon pourquoi',
      ru: 'Есть ли число, иначе почему нет',
      kk: 'Сан бар ма, жоқ болса — неге°',
      ar: 'هل يوجد رقم، وإلا فلماذا°',
    },
  },
  value: {
    kind: 'number',
    tag: '#value',
    meaning: {
      en: 'In the unit; percentages 0 to 100',
      fr: 'Dans l’unité ; pourcentages de 0 à 100',
      ru: 'В указанной единице; проценты от 0 до 100',
      kk: 'Көрсетілген бірлікпен; пайыз 0-ден 100-ге дейін°',
      ar: 'بالوحدة المذكورة؛ والنسب المئوية من 0 إلى 100°',
    },
  },
  numerator: {
    kind: 'number',
    tag: '#value+numerator',
    meaning: {
      en: 'Of a ratio',
      fr: 'D’un rapport',
      ru: 'Числитель доли',
      kk: 'Үлестің алымы°',
      ar: 'بسط النسبة°',
    },
  },
  denominator: {
    kind: 'number',
    tag: '#value+denominator',
    meaning: {
      en: 'Of a ratio',
      fr: 'D’un rapport',
      ru: 'Знаменатель доли',
      kk: 'Үлестің бөлімі°',
      ar: 'مقام النسبة°',
    },
  },
  low: {
    kind: 'number',
    tag: '#value+low',
    meaning: {
      en: 'Lower end where different people can only be bounded',
      fr: 'Borne inférieure où les personnes distinctes ne peuvent être que bornées',
      ru: 'Нижняя граница, где разных людей можно лишь ограничить',
      kk: 'Әртүрлі адамдар санын тек шектеуге болғанда төменгі шегі°',
      ar: 'الحد الأدنى حيث لا يمكن إلا حصر عدد الأشخاص المختلفين°',
    },
  },
  high: {
    kind: 'number',
    tag: '#value+high',
    meaning: {
      en: 'Upper end of the same',
      fr: 'Borne supérieure de même',
      ru: 'Верхняя граница того же',
      kk: 'Соның жоғарғы шегі°',
      ar: 'الحد الأعلى لذلك°',
    },
  },
  unit: {
    kind: 'text',
    tag: '#meta+unit',
    meaning: {
      en: 'Of the definition the value was computed by',
      fr: 'De la définition qui a servi au calcul',
      ru: 'По определению, по которому вычислено',
      kk: 'Мән есептелген анықтаманың бірлігі°',
      ar: 'وحدة التعريف الذي حُسبت به القيمة°',
    },
  },
  partial: {
    kind: 'flag',
    tag: '#meta+partial',
    meaning: {
      en: 'Some part is missing: a count is a lower bound',
      fr: 'Une partie manque : un nombre est un minimum',
      ru: 'Части нет: число — нижняя граница',
      kk: 'Бір бөлігі жоқ: сан — төменгі шек°',
      ar: 'جزء ناقص: العدد حد أدنى°',
    },
  },
  carried: {
    kind: 'flag',
    tag: '#meta+carried',
    meaning: {
      en: 'The latest value, older than the quarter',
      fr: 'La dernière valeur, antérieure au trimestre',
      ru: 'Последнее значение, старше квартала',
      kk: 'Тоқсаннан бұрынғы соңғы мән°',
      ar: 'آخر قيمة، أقدم من الربع°',
    },
  },
  coverage_reported: {
    kind: 'count',
    tag: '#meta+coverage+reported',
    meaning: {
      en: 'Parts that were reported',
      fr: 'Parties communiquées',
      ru: 'Сколько частей сообщено',
      kk: 'Есеп берілген бөліктер саны°',
      ar: 'الأجزاء المبلَّغ عنها°',
    },
  },
  coverage_expected: {
    kind: 'count',
    tag: '#meta+coverage+expected',
    meaning: {
      en: 'Parts that were expected',
      fr: 'Parties attendues',
      ru: 'Сколько частей ожидалось',
      kk: 'Күтілген бөліктер саны°',
      ar: 'الأجزاء المتوقعة°',
    },
  },
  status: {
    kind: 'text',
    tag: '#status',
    meaning: {
      en: 'Where it stands against its plan',
      fr: 'Où il en est par rapport à son plan',
      ru: 'Как соотносится с планом',
      kk: 'Жоспармен салыстырғандағы жағдайы°',
      ar: 'موقعه من الخطة°',
    },
  },
  definition_version: {
    kind: 'count',
    tag: '#meta+version',
    meaning: {
      en: 'The version of the indicator’s definition',
      fr: 'La version de la définition de l’indicateur',
      ru: 'Версия определения показателя',
      kk: 'Көрсеткіш анықтамасының нұсқасы°',
      ar: 'نسخة تعريف المؤشر°',
    },
  },
} as const satisfies Record<string, Column>
export type ColumnName = keyof typeof valueColumns
