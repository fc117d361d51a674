import type { ProblemEntry } from './entry.ts'

/** Refusals of whoever shows elsewhere who they are. A trailing ° marks wording a native speaker has yet to confirm. */
export const openidProblems = {
  'openid-failed': {
    status: 401,
    exit: 3,
    title: {
      en: 'The sign-in was not finished',
      fr: 'Connexion inachevée',
      ru: 'Вход не завершён',
      kk: 'Кіру аяқталмады°',
      ar: 'لم يكتمل تسجيل الدخول°',
    },
    detail: {
      en: 'The sign-in elsewhere was broken off, took too long, or came back to another browser. Try again.',
      fr: 'La connexion chez le fournisseur a été interrompue, a trop duré, ou est revenue dans un autre navigateur. Réessayez.',
      ru: 'Вход у поставщика был прерван, занял слишком много времени или вернулся в другой браузер. Повторите.',
      kk: 'Басқа жердегі кіру үзілді, тым ұзаққа созылды немесе басқа браузерге қайтты. Қайталаңыз.°',
      ar: 'انقطع تسجيل الدخول لدى المزوّد، أو طال كثيرًا، أو عاد إلى متصفح آخر. حاول من جديد.°',
    },
  },
  'openid-unknown': {
    status: 403,
    exit: 3,
    title: {
      en: 'Nobody has invited you yet',
      fr: 'Aucune invitation',
      ru: 'Приглашения нет',
      kk: 'Сізді әлі ешкім шақырмаған°',
      ar: 'لم يدعُك أحد بعد°',
    },
    detail: {
      en: 'Your sign-in was right, but there is no account for it here and no open invitation for your e-mail address. Ask a coordinator for one.',
      fr: 'Votre connexion est valable, mais aucun compte ici ne lui correspond et aucune invitation n’est ouverte pour votre adresse. Demandez-en une à la coordination.',
      ru: 'Вход выполнен верно, но учётной записи для него здесь нет, как и приглашения на ваш адрес. Попросите его у координатора.',
      kk: 'Кіруіңіз дұрыс, бірақ мұнда оған тіркелгі де, поштаңызға ашық шақыру да жоқ. Үйлестірушіден сұраңыз.°',
      ar: 'تسجيل دخولك صحيح، لكن لا حساب له هنا ولا دعوة مفتوحة لعنوانك. اطلب دعوة من أحد المنسقين.°',
    },
  },
  'openid-unreachable': {
    status: 502,
    exit: 3,
    title: {
      en: 'The other side does not answer',
      fr: 'Le fournisseur ne répond pas',
      ru: 'Поставщик не отвечает',
      kk: 'Екінші жақ жауап бермейді°',
      ar: 'المزوّد لا يجيب°',
    },
    detail: {
      en: 'The service where you sign in does not answer at the moment. Try again in a few minutes.',
      fr: 'Le service où vous vous connectez ne répond pas pour l’instant. Réessayez dans quelques minutes.',
      ru: 'Служба, через которую вы входите, сейчас не отвечает. Повторите через несколько минут.',
      kk: 'Сіз кіретін қызмет қазір жауап бермейді. Бірнеше минуттан кейін қайталаңыз.°',
      ar: 'الخدمة التي تسجّل الدخول عبرها لا تجيب الآن. حاول من جديد بعد دقائق.°',
    },
  },
} as const satisfies Record<string, ProblemEntry>
