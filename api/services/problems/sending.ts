import type { ProblemEntry } from './entry.ts'

/** Refusals a sender of files can meet. */
export const sendingProblems = {
  'form-not-due': {
    status: 404,
    exit: 2,
    title: {
      en: 'There is no such form',
      fr: 'Ce formulaire n’existe pas',
      ru: 'Такой формы нет',
      kk: 'Мұндай нысан жоқ°',
      ar: 'لا توجد هذه الاستمارة°',
    },
    detail: {
      en: 'Nothing is asked of {country} by {report} for {quarter}. Its reports for that quarter are {known}, or all.',
      fr: 'Rien n’est demandé à {country} par {report} pour {quarter}. Ses rapports pour ce trimestre sont {known}, ou all.',
      ru: 'По {report} за {quarter} от {country} ничего не требуется. Отчеты за этот квартал: {known} или all.',
      kk: '{report} бойынша {quarter} үшін {country} елінен ештеңе сұралмайды. Сол тоқсанның есептері: {known} немесе all.°',
      ar: 'لا يُطلب شيء من {country} في {report} عن {quarter}. تقاريره عن ذلك الثلاثي: {known} أو all.°',
    },
  },
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
  'origin-not-allowed': {
    status: 403,
    exit: 3,
    title: {
      en: 'Sent from another site',
      fr: 'Envoyé depuis un autre site',
      ru: 'Отправлено с другого сайта',
      kk: 'Басқа сайттан жіберілген°',
      ar: 'أُرسل من موقع آخر°',
    },
    detail: {
      en: 'Files are taken only from the pages of this server. Programs name it in the header Origin: {origin}.',
      fr: 'Seules les pages de ce serveur peuvent envoyer des fichiers. Un programme le nomme dans l’en-tête Origin : {origin}.',
      ru: 'Файлы принимаются только со страниц этого сервера. Программы называют его в заголовке Origin: {origin}.',
      kk: 'Файлдар тек осы сервердің беттерінен қабылданады. Бағдарламалар оны Origin тақырыбында атайды: {origin}.°',
      ar: 'لا تُقبل الملفات إلا من صفحات هذا الخادم. تسميه البرامج في الترويسة Origin: {origin}.°',
    },
  },
  'body-type-wrong': {
    status: 415,
    exit: 3,
    title: {
      en: 'Not sent as a file',
      fr: 'Pas envoyé comme fichier',
      ru: 'Отправлено не как файл',
      kk: 'Файл ретінде жіберілмеген°',
      ar: 'لم يُرسل كملف°',
    },
    detail: {
      en: 'Send the bytes of the file as they are, with Content-Type: {expected} and no Content-Encoding.',
      fr: 'Envoyez les octets du fichier tels quels, avec Content-Type : {expected} et sans Content-Encoding.',
      ru: 'Отправьте байты файла как есть, с Content-Type: {expected} и без Content-Encoding.',
      kk: 'Файл байттарын сол күйінде жіберіңіз: Content-Type: {expected}, Content-Encoding жоқ.°',
      ar: 'أرسل بايتات الملف كما هي مع Content-Type: {expected} ودون Content-Encoding.°',
    },
  },
  'body-too-large': {
    status: 413,
    exit: 3,
    title: {
      en: 'The file is too large',
      fr: 'Le fichier est trop volumineux',
      ru: 'Файл слишком большой',
      kk: 'Файл тым үлкен°',
      ar: 'الملف كبير جدا°',
    },
    detail: {
      en: 'At most {most} MiB are taken. Send one period at a time, or remove pictures and unused sheets.',
      fr: 'La limite est de {most} Mio. Envoyez une période à la fois, ou retirez images et feuilles inutiles.',
      ru: 'Принимается не больше {most} МиБ. Присылайте по одному периоду или удалите рисунки и лишние листы.',
      kk: 'Ең көбі {most} МиБ қабылданады. Бір кезеңнен жіберіңіз немесе суреттер мен артық парақтарды алып тастаңыз.°',
      ar: 'الحد الأقصى {most} ميبيبايت. أرسل فترة واحدة في كل مرة أو احذف الصور والأوراق غير المستعملة.°',
    },
  },
  'checking-busy': {
    status: 503,
    exit: 3,
    title: {
      en: 'Many files are being checked',
      fr: 'De nombreux fichiers sont en cours de vérification',
      ru: 'Сейчас проверяется много файлов',
      kk: 'Қазір көп файл тексерілуде°',
      ar: 'يجري فحص ملفات كثيرة°',
    },
    detail: {
      en: '{waiting} files are waiting already. Send it again in half a minute.',
      fr: '{waiting} fichiers attendent déjà. Renvoyez-le dans une demi-minute.',
      ru: 'В очереди уже файлов: {waiting}. Отправьте снова через полминуты.',
      kk: 'Кезекте {waiting} файл тұр. Жарты минуттан кейін қайта жіберіңіз.°',
      ar: 'ينتظر {waiting} ملفات بالفعل. أعد الإرسال بعد نصف دقيقة.°',
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
