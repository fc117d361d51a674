import type { Sheet } from '../../../../pipelines/stages/decode/sheet.ts'

/** What a column of an invented case list may be headed by; none, where a person forgot the header. */
type Words = {
  number: readonly string[]
  name: readonly string[]
  birth: readonly string[]
  identity: readonly string[]
  sex: readonly string[]
  harmless: readonly string[]
  sexes: readonly [string, string]
  persons: readonly string[]
}

const languages: Record<string, Words> = {
  en: {
    number: ['No', 'S/N', '#'],
    name: ['Name', 'Full name of inmate', 'Prisoner’s full name', 'Surname and first name', 'NAMES'],
    birth: ['Date of birth', 'DOB', 'Date of birth (dd/mm/yyyy)'],
    identity: ['NIN', 'National ID No.', 'NIN / passport'],
    sex: ['Sex', 'Gender'],
    harmless: ['Station', 'Sentence (months)', 'Programme', 'Remarks'],
    sexes: ['F', 'M'],
    persons: ['Okello Example', 'Nakato Sample', 'Mugisha Invented', 'Achan Fictional', 'Opio Nobody'],
  },
  fr: {
    number: ['N°', 'N° d’ordre'],
    name: ['Nom', 'Nom et prénom', 'Nom & prénom du détenu', 'NOM ET PRÉNOMS'],
    birth: ['Date de naissance', 'Né(e) le', 'Date et lieu de naissance'],
    identity: ['CIN', 'N° CIN', 'Carte d’identité nationale'],
    sex: ['Sexe'],
    harmless: ['Unité', 'Durée (mois)', 'Programme suivi', 'Observations'],
    sexes: ['F', 'H'],
    persons: [
      'Exemple Premier',
      'Fictive Deuxième',
      'Inventé Troisième',
      'Modèle Quatrième',
      'Essai Cinquième',
    ],
  },
  ru: {
    number: ['№', '№ п/п'],
    name: ['ФИО', 'Ф.И.О. осуждённого', 'Фамилия, имя, отчество', 'Имя'],
    birth: ['Дата рождения', 'Дата и место рождения', 'Год рождения'],
    identity: ['ИИН', 'ИИН осужденного'],
    sex: ['Пол'],
    harmless: ['Учреждение', 'Срок (мес.)', 'Программа', 'Примечание'],
    sexes: ['Ж', 'М'],
    persons: [
      'Примеров Пример Примерович',
      'Образцова Проба Образцовна',
      'Вымыслов В.В.',
      'Нетакой Иван Иванович',
      'Пробная П. П.',
    ],
  },
  kk: {
    number: ['р/с', '№'],
    name: ['Аты-жөні', 'Сотталғанның аты-жөні', 'Аты'],
    birth: ['Туған күні', 'Туған күні, жылы'],
    identity: ['ЖСН', 'ЖСН (ИИН)'],
    sex: ['Жынысы'],
    harmless: ['Мекеме', 'Мерзімі (ай)', 'Бағдарлама', 'Ескерту'],
    sexes: ['ә', 'е'],
    persons: ['Мысалов Үлгі Мысалұлы', 'Үлгіова Сынақ Үлгіқызы', 'Сынақ Ойдан', 'Жоқ Адам', 'Бос Есім'],
  },
  ar: {
    number: ['ع', 'العدد الرتبي'],
    name: ['الاسم', 'الاسم واللقب', 'اسم السجين ولقبه'],
    birth: ['تاريخ الولادة', 'تاريخ ومكان الولادة'],
    identity: ['رقم بطاقة التعريف الوطنية', 'بطاقة التعريف'],
    sex: ['الجنس'],
    harmless: ['الوحدة السجنية', 'المدة (أشهر)', 'البرنامج', 'ملاحظات'],
    sexes: ['أنثى', 'ذكر'],
    persons: ['مثال بن تجربة', 'نموذج بنت مثال', 'خيال الأول', 'تجربة الثاني', 'اسم مستعار'],
  },
}

/** A small repeatable source of chance. */
function chance(seed: number) {
  let state = seed + 1
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  return {
    below: (limit: number) => Math.floor(next() * limit),
    one: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
  }
}

const identities: Record<string, (n: number) => string> = {
  en: (n) => `CM${80 + n}0123456${n}AB`.slice(0, 14),
  fr: (n) => `0${1_000_000 + n * 7919}`,
  ar: (n) => `1${1_000_000 + n * 7919}`,
  ru: (n) => `8${n}0${n + 1}1530${1234 + n}`,
  kk: (n) => `8${n}0${n + 1}1530${4321 + n}`,
}

/** Lists of (invented) persons as people keep them: which columns they have, their order and headers differ. */
export function caseLists(count: number): { language: string; columns: string[]; sheet: Sheet }[] {
  return Array.from({ length: count }, (_, seed) => {
    const { below, one } = chance(seed * 7919)
    const language = one(Object.keys(languages))
    const words = languages[language] as Words
    const personal = (['name', 'birth', 'identity'] as const).filter(() => below(3) > 0)
    if (personal.length === 0) personal.push(one(['name', 'birth', 'identity'] as const))
    const columns = [
      'number',
      ...personal,
      ...(personal.length === 1 || below(2) ? (['sex'] as const) : []),
      ...Array.from({ length: 1 + below(3) }, () => 'harmless' as const),
    ] as const
    const isHeadless = below(8) === 0
    const header = columns.map((column) => (isHeadless ? '' : one(words[column])))
    const value = (column: (typeof columns)[number], n: number) =>
      ({
        number: String(n),
        name: words.persons[(n - 1) % words.persons.length] ?? '',
        birth: one([`0${n}.0${n}.19${70 + n}`, `1${n}/0${n}/19${80 + n}`]),
        identity: (identities[language] as (n: number) => string)(n),
        sex: one(words.sexes),
        harmless: String(12 * n),
      })[column]
    const body = [1, 2, 3, 4, 5].map((n) => columns.map((column) => value(column, n)))
    return { language, columns: [...columns], sheet: sheetOf([['2021'], header, ...body]) }
  })
}

export const sheetOf = (rows: readonly (readonly string[])[]): Sheet => ({
  name: 'List',
  merged: [],
  rows: rows.map((texts, index) => ({
    row: index + 1,
    cells: texts.flatMap((text, column) =>
      text ? [{ column: column + 1, text, kind: 'text' as const }] : [],
    ),
  })),
})
