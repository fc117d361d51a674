import type { ProblemEntry } from './entry.ts'

/** Refusals a sender of files can meet. */
export const sendingProblems = {
  'file-about-persons': {
    status: 422,
    exit: 1,
    title: {
      en: 'This file looks like a list of people',
      fr: 'Ce fichier ressemble à une liste de personnes',
      ru: 'Этот файл похож на список людей',
      kk: 'Бұл файл адамдар тізіміне ұқсайды°',
      ar: 'يبدو هذا الملف قائمة بأشخاص°',
    },
    detail: {
      en: '{file} was not kept. Send counts only: no names, birth dates or identity numbers, and no row per person.',
      fr: '{file} n’a pas été conservé. N’envoyez que des effectifs : ni noms, ni dates de naissance, ni numéros d’identité, ni ligne par personne.',
      ru: '{file} не сохранён. Присылайте только численность: без имён, дат рождения, номеров документов и строк по отдельным людям.',
      kk: '{file} сақталмады. Тек сандарды жіберіңіз: аты-жөнсіз, туған күнсіз, құжат нөмірінсіз, әр адамға жеке жолсыз.°',
      ar: 'لم يُحفظ {file}. أرسل الأعداد فقط: دون أسماء أو تواريخ ميلاد أو أرقام هوية ودون سطر لكل شخص.°',
    },
  },
  'file-has-errors': {
    status: 422,
    exit: 1,
    title: {
      en: 'The file has errors',
      fr: 'Le fichier contient des erreurs',
      ru: 'В файле есть ошибки',
      kk: 'Файлда қателер бар°',
      ar: 'في الملف أخطاء°',
    },
    detail: {
      en: '{file} was not taken in: {count} errors. Correct the cells named above and send it again.',
      fr: '{file} n’a pas été repris : {count} erreurs. Corrigez les cellules indiquées et renvoyez-le.',
      ru: '{file} не принят: ошибок — {count}. Исправьте указанные ячейки и отправьте снова.',
      kk: '{file} қабылданбады: {count} қате. Көрсетілген ұяшықтарды түзетіп, қайта жіберіңіз.°',
      ar: 'لم يُقبل {file}: عدد الأخطاء {count}. صحّح الخلايا المذكورة وأرسله مجدداً.°',
    },
  },
  'file-missing': {
    status: 404,
    exit: 2,
    title: {
      en: 'No such file',
      fr: 'Fichier introuvable',
      ru: 'Файл не найден',
      kk: 'Файл табылмады°',
      ar: 'الملف غير موجود°',
    },
    detail: {
      en: '{file} is no file that can be read. Check the name, that it is not a folder, and whether you may open it.',
      fr: '{file} n’est pas un fichier lisible. Vérifiez le nom, que ce n’est pas un dossier, et vos droits d’accès.',
      ru: '{file} — не файл, который можно прочитать. Проверьте имя, не папка ли это, и права доступа.',
      kk: '{file} — оқылатын файл емес. Атын, қалта емес екенін және ашу құқығын тексеріңіз.°',
      ar: '{file} ليس ملفا يمكن قراءته. تحقق من الاسم ومن أنه ليس مجلدا ومن صلاحية فتحه.°',
    },
  },
} as const satisfies Record<string, ProblemEntry>
