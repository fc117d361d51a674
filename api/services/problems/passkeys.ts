import type { ProblemEntry } from './entry.ts'

/** Refusals about passkeys. A trailing ° marks wording a native speaker has yet to confirm. */
export const passkeyProblems = {
  'passkey-wrong': {
    status: 401,
    exit: 3,
    title: {
      en: 'The passkey does not open',
      fr: 'Clé d’accès refusée',
      ru: 'Ключ доступа не подошёл',
      kk: 'Кіру кілті жарамады°',
      ar: 'مفتاح المرور غير مقبول°',
    },
    detail: {
      en: 'This passkey is not known here, or too much time has passed. Try again, or sign in with the password.',
      fr: 'Cette clé d’accès n’est pas connue ici, ou trop de temps s’est écoulé. Réessayez, ou connectez-vous avec le mot de passe.',
      ru: 'Этот ключ доступа здесь неизвестен, или прошло слишком много времени. Повторите или войдите с паролем.',
      kk: 'Бұл кіру кілті мұнда белгісіз немесе тым көп уақыт өтті. Қайталаңыз немесе құпиясөзбен кіріңіз.°',
      ar: 'مفتاح المرور هذا غير معروف هنا، أو مضى وقت طويل. حاول من جديد أو سجّل الدخول بكلمة المرور.°',
    },
  },
  'no-such-passkey': {
    status: 404,
    exit: 3,
    title: {
      en: 'No such passkey',
      fr: 'Clé d’accès introuvable',
      ru: 'Такого ключа доступа нет',
      kk: 'Мұндай кіру кілті жоқ°',
      ar: 'لا يوجد مفتاح مرور كهذا°',
    },
    detail: {
      en: 'You have no such passkey. Load the page again.',
      fr: 'Vous n’avez pas cette clé d’accès. Rechargez la page.',
      ru: 'У вас нет такого ключа доступа. Загрузите страницу ещё раз.',
      kk: 'Сізде мұндай кіру кілті жоқ. Бетті қайта жүктеңіз.°',
      ar: 'ليس لديك مفتاح مرور كهذا. أعد تحميل الصفحة.°',
    },
  },
  'last-way-in': {
    status: 409,
    exit: 3,
    title: {
      en: 'This is the last way in',
      fr: 'Dernier moyen de connexion',
      ru: 'Это последний способ войти',
      kk: 'Бұл — кірудің соңғы жолы°',
      ar: 'هذه آخر وسيلة للدخول°',
    },
    detail: {
      en: 'Without this passkey only the password would be left, which is not enough. Set up an authenticator or another passkey first.',
      fr: 'Sans cette clé d’accès, il ne resterait que le mot de passe, ce qui ne suffit pas. Installez d’abord une application d’authentification ou une autre clé.',
      ru: 'Без этого ключа доступа останется только пароль, чего недостаточно. Сначала настройте приложение для кодов или другой ключ.',
      kk: 'Бұл кілтсіз тек құпиясөз қалады, ол жеткіліксіз. Алдымен аутентификатор немесе басқа кілт орнатыңыз.°',
      ar: 'من دون هذا المفتاح لا تبقى إلا كلمة المرور، وهي لا تكفي. أعدّ أولًا تطبيق المصادقة أو مفتاحًا آخر.°',
    },
  },
} as const satisfies Record<string, ProblemEntry>
