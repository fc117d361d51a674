import type { ProblemEntry } from './entry.ts'

/** Refusals whoever asks for an explanation can meet. A trailing ° marks wording a native speaker has yet to confirm. */
export const explainingProblems = {
  'no-such-place': {
    status: 404,
    exit: 3,
    title: {
      en: 'No figure for this place',
      fr: 'Aucun chiffre pour ce lieu',
      ru: 'Для этого места показателя нет',
      kk: 'Бұл жер үшін көрсеткіш жоқ°',
      ar: 'لا رقم لهذا المكان°',
    },
    detail: {
      en: '{code} is not shown for {place} here. It is shown for {known}.',
      fr: '{code} n’est pas présenté ici pour {place}. Il l’est pour {known}.',
      ru: '{code} здесь не показан для {place}. Он показан для {known}.',
      kk: '{code} мұнда {place} үшін көрсетілмеген. Ол {known} үшін көрсетілген.°',
      ar: 'لا يُعرض {code} هنا للمكان {place}. وهو معروض للأماكن {known}.°',
    },
  },
  'no-such-quarter': {
    status: 404,
    exit: 3,
    title: {
      en: 'No figure for this quarter',
      fr: 'Aucun chiffre pour ce trimestre',
      ru: 'За этот квартал показателя нет',
      kk: 'Бұл тоқсан үшін көрсеткіш жоқ°',
      ar: 'لا رقم لهذا الثلاثي°',
    },
    detail: {
      en: '{code} is not due in {quarter}. The nearest quarters with a figure are {known}.',
      fr: '{code} n’est pas attendu au {quarter}. Les trimestres les plus proches avec un chiffre sont {known}.',
      ru: 'За {quarter} показатель {code} не предусмотрен. Ближайшие кварталы с показателем: {known}.',
      kk: '{code} {quarter} үшін күтілмейді. Көрсеткіші бар ең жақын тоқсандар: {known}.°',
      ar: 'لا يُنتظر {code} في {quarter}. أقرب الثلاثيات التي لها رقم: {known}.°',
    },
  },
  'no-such-breakdown': {
    status: 404,
    exit: 3,
    title: {
      en: 'No figure for this breakdown',
      fr: 'Aucun chiffre pour cette ventilation',
      ru: 'Для этой разбивки показателя нет',
      kk: 'Бұл бөлініс үшін көрсеткіш жоқ°',
      ar: 'لا رقم لهذا التصنيف°',
    },
    detail: {
      en: '{code} has no {cell} for {place} in {quarter}. It has {known}.',
      fr: '{code} n’a pas de {cell} pour {place} au {quarter}. Il a {known}.',
      ru: 'У {code} нет {cell} для {place} за {quarter}. Есть {known}.',
      kk: '{code} көрсеткішінде {place} үшін {quarter} бойынша {cell} жоқ. Бары: {known}.°',
      ar: 'ليس للمؤشر {code} قيمة {cell} للمكان {place} في {quarter}. المتاح: {known}.°',
    },
  },
  'no-such-file': {
    status: 404,
    exit: 3,
    title: {
      en: 'No such file in this release',
      fr: 'Aucun fichier de ce nom dans cette version',
      ru: 'В этом выпуске нет такого файла',
      kk: 'Бұл шығарылымда мұндай файл жоқ°',
      ar: 'لا يوجد هذا الملف في الإصدار°',
    },
    detail: {
      en: 'No single file of this release is called {file}. Closest: {known}.',
      fr: 'Aucun fichier unique de cette version ne s’appelle {file}. Le plus proche : {known}.',
      ru: 'В этом выпуске нет единственного файла с именем {file}. Ближайшее: {known}.',
      kk: 'Бұл шығарылымда {file} деп аталатын жалғыз файл жоқ. Ең жақыны: {known}.°',
      ar: 'لا ملف وحيدا في هذا الإصدار باسم {file}. الأقرب: {known}.°',
    },
  },
  'no-such-cell': {
    status: 404,
    exit: 3,
    title: {
      en: 'Nothing was read from this cell',
      fr: 'Rien n’a été lu dans cette cellule',
      ru: 'Из этой ячейки ничего не прочитано',
      kk: 'Бұл ұяшықтан ештеңе оқылмаған°',
      ar: 'لم يُقرأ شيء من هذه الخلية°',
    },
    detail: {
      en: 'No value was read from {ref} of {file} there. Look on {sheets}.',
      fr: 'Aucune valeur n’a été lue dans {ref} de {file} à cet endroit. Voyez {sheets}.',
      ru: 'Из {ref} файла {file} там ничего не прочитано. Смотрите {sheets}.',
      kk: '{file} файлының {ref} ұяшығынан ол жерде ештеңе оқылмаған. {sheets} қараңыз.°',
      ar: 'لم تُقرأ قيمة من {ref} في {file} هناك. انظر {sheets}.°',
    },
  },
  'sheet-needed': {
    status: 400,
    exit: 2,
    title: {
      en: 'Which sheet is meant?',
      fr: 'De quelle feuille s’agit-il ?',
      ru: 'Какой лист имеется в виду?',
      kk: 'Қай парақ туралы сөз болып тұр?°',
      ar: 'أي ورقة مقصودة؟°',
    },
    detail: {
      en: '{ref} of {file} is on several sheets. Name one: {sheets}.',
      fr: '{ref} de {file} se trouve sur plusieurs feuilles. Indiquez-en une : {sheets}.',
      ru: '{ref} файла {file} есть на нескольких листах. Назовите один: {sheets}.',
      kk: '{file} файлының {ref} ұяшығы бірнеше парақта бар. Біреуін көрсетіңіз: {sheets}.°',
      ar: 'توجد {ref} من {file} في عدة أوراق. اذكر واحدة: {sheets}.°',
    },
  },
} as const satisfies Record<string, ProblemEntry>
