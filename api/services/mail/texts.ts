import type { Text } from '../../../indicators/model/text.ts'
import type { Waiting } from './waiting-for.ts'

/** What a letter says; places in braces are filled in. A trailing ° marks wording a native speaker has yet to confirm. */
export const letterTexts = {
  subject: {
    en: 'Waymark: what waits for you',
    fr: 'Waymark : ce qui vous attend',
    ru: 'Waymark: что вас ждёт',
    kk: 'Waymark: сізді не күтіп тұр°',
    ar: 'Waymark: ما ينتظرك°',
  },
  greeting: {
    en: '{name}, this waits for you in Waymark:',
    fr: '{name}, voici ce qui vous attend dans Waymark :',
    ru: '{name}, вот что ждёт вас в Waymark:',
    kk: '{name}, Waymark жүйесінде сізді мыналар күтіп тұр:°',
    ar: '{name}، هذا ما ينتظرك في Waymark:°',
  },
  close: {
    en: 'Sign in to see it: {address}\n\nNo figures are ever sent by e-mail. You get this when something new waits, and when a report is due.',
    fr: 'Connectez-vous pour voir : {address}\n\nAucun chiffre n’est envoyé par courriel. Vous recevez ce message quand quelque chose de nouveau vous attend et quand un rapport est dû.',
    ru: 'Войдите, чтобы посмотреть: {address}\n\nЦифры никогда не отправляются по электронной почте. Вы получаете это письмо, когда появляется новое или подходит срок отчёта.',
    kk: 'Көру үшін кіріңіз: {address}\n\nСандар ешқашан электрондық поштамен жіберілмейді. Бұл хат жаңа нәрсе күтіп тұрғанда немесе есеп мерзімі келгенде келеді.°',
    ar: 'سجّل الدخول للاطلاع: {address}\n\nلا تُرسل أي أرقام بالبريد الإلكتروني. تصلك هذه الرسالة عندما يستجد ما ينتظرك أو يحين موعد تقرير.°',
  },
} as const satisfies Record<string, Text>

/** One line for each thing that waits. */
export const waitingTexts: Record<Exclude<Waiting['kind'], 'due'> | 'soon' | 'today' | 'late', Text> = {
  soon: {
    en: '{country}, {quarters}: the report is due on {due}.',
    fr: '{country}, {quarters} : le rapport est dû le {due}.',
    ru: '{country}, {quarters}: срок отчёта {due}.',
    kk: '{country}, {quarters}: есеп мерзімі — {due}.°',
    ar: '{country}، {quarters}: موعد التقرير {due}.°',
  },
  today: {
    en: '{country}, {quarters}: the report is due today.',
    fr: '{country}, {quarters} : le rapport est dû aujourd’hui.',
    ru: '{country}, {quarters}: срок отчёта сегодня.',
    kk: '{country}, {quarters}: есеп мерзімі — бүгін.°',
    ar: '{country}، {quarters}: موعد التقرير اليوم.°',
  },
  late: {
    en: '{country}, {quarters}: the report was due on {due}.',
    fr: '{country}, {quarters} : le rapport était dû le {due}.',
    ru: '{country}, {quarters}: срок отчёта был {due}.',
    kk: '{country}, {quarters}: есеп мерзімі {due} болған.°',
    ar: '{country}، {quarters}: كان موعد التقرير {due}.°',
  },
  question: {
    en: '{country}, {quarters}: a coordinator has returned what was sent, with a question.',
    fr: '{country}, {quarters} : la coordination a renvoyé l’envoi avec une question.',
    ru: '{country}, {quarters}: координатор вернул отправленное с вопросом.',
    kk: '{country}, {quarters}: үйлестіруші жіберілгенді сұрақпен қайтарды.°',
    ar: '{country}، {quarters}: أعاد أحد المنسقين ما أُرسل مع سؤال.°',
  },
  review: {
    en: '{country}, {quarters}: something was sent and waits for a review.',
    fr: '{country}, {quarters} : un envoi attend d’être examiné.',
    ru: '{country}, {quarters}: отправленное ждёт проверки.',
    kk: '{country}, {quarters}: жіберілген дерек тексеруді күтіп тұр.°',
    ar: '{country}، {quarters}: إرسال ينتظر المراجعة.°',
  },
  publish: {
    en: '{country}, {quarters}: approved, and in no release yet.',
    fr: '{country}, {quarters} : approuvé, mais pas encore publié.',
    ru: '{country}, {quarters}: одобрено, но ещё не опубликовано.',
    kk: '{country}, {quarters}: мақұлданған, бірақ әлі жарияланбаған.°',
    ar: '{country}، {quarters}: اعتُمد ولم يُنشر بعد.°',
  },
}

export const quarterTexts: Text = {
  en: 'Q{number} {year}',
  fr: 'T{number} {year}',
  ru: '{number}-й квартал {year} г.',
  kk: '{year} ж. {number}-тоқсан°',
  ar: 'الثلاثي {number} من {year}°',
}
