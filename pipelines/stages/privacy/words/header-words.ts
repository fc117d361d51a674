/** What a list of persons tells about each of them. */
export const personKinds = [
  'name',
  'birth',
  'identity',
  'case',
  'origin',
  'offence',
  'score',
  'person',
] as const
export type PersonKind = (typeof personKinds)[number]

const list = (text: string) => text.split(',').map((word) => word.trim())

/** Headers that only a list of persons has. `whole` ones count as a whole header: "Наименование учреждения" names no person. */
export const wholeHeaders: Partial<Record<PersonKind, readonly string[]>> = {
  name: [
    ...list('тегі, اللقب, ф.и.о., ф. и. о., есімі, т.а.ә., таә, фамилия имя отчество, forename, other names'),
    'nom, prénom',
  ],
  birth: list('né le, né(e) le, born, г.р., д.р., т.ж., ddn, d.o.b., مولود في, birthday, родился'),
  identity: list(
    `номер паспорта, n° cin, numéro cin, c.i.n., n.i.n., national id number, passport no, رقم بطاقة التعريف, ب.ت.و,
    بطاقة التعريف الوطنية, удостоверение, رقم ب.ت.و, عدد ب.ت.و, عدد ب ت و, куәлік, куәлік нөмірі, identity number`,
  ),
  case: list(
    '№ личного дела, № л/д, личное дело, affaire, القضية, dossier n°, matricule, file no, prison reg. no',
  ),
  origin: list(
    'религия, діні, religion, confession, ethnie, tribe, faith, origine, الأصل, المذهب, الدين, ethnic group',
  ),
  offence: list(
    `состав преступления, преступление, вид преступления, баптар, infraction, délit, crime, accusation, қылмысы,
    қылмыс түрі, offence, offense, charge, charges, charged with, الجريمة, التهمة, نوع الجريمة, نوع التهمة, سبب الإيداع`,
  ),
  score: list(
    `score, risk, балл, assessment result, балл риска, уровень риска, степень риска, группа риска, оценка риска, степень радикализации, тәуекел деңгейі,
    тәуекел балы, тәуекел тобы, тәуекел дәрежесі, қауіп деңгейі, score de risque, niveau de risque, risque,
    évaluation du risque, degré de dangerosité, risk score, risk level, risk rating, risk category, درجة الخطورة,
    درجة الخطر, مستوى الخطر, مستوى الخطورة, تقييم المخاطر`,
  ),
}

/** `within` ones count inside a longer header too: "ФИО осужденного". */
export const innerHeaders: Partial<Record<PersonKind, readonly string[]>> = {
  name: [
    ...list(
      `фио, ф.и.о, ф. и. о, фамилия, отчество, аты-жөні, аты жөні, nom et prénom, nom et prénoms, nom & prénom,
      noms et prénoms, nom complet, nom de famille, nom du détenu, prénom, prénoms, full name, full names, surname,
      first name, last name, given name, family name, prisoner name, prisoner's name, inmate name, detainee name,
      participant's name, name of prisoner, name of inmate, name of the prisoner, name of the inmate, name of convict,
      name of detainee, name of participant, الاسم واللقب, الاسم و اللقب, الاسم الكامل, اسم السجين, اسم النزيل, لقب السجين,
      اسم العائلة, هوية السجين, الاسم الثلاثي, الاسم الشخصي`,
    ),
    'тегі, аты',
    'имя, отчество',
    'имя отчество',
  ],
  birth: list(
    `дата рождения, год рождения, дата и место рождения, туған күні, туған жылы, туған жері, date de naissance,
    date naiss, date et lieu de naissance, année de naissance, date of birth, birth date, year of birth, dob,
    تاريخ الولادة, تاريخ الميلاد, تاريخ ومكان الولادة, سنة الولادة, تاريخ الازدياد`,
  ),
  identity: list(
    `иин, жсн, паспорт, удостоверение личности, уд. личности, идент. номер, жеке куәлік, сәйкестендіру нөмірі, cin,
    carte d'identité, pièce d'identité, passeport, nin, national id, id card, id number, passport, بطاقة التعريف,
    بطاقة هوية, جواز السفر`,
  ),
  case: list(
    `номер дела, № дела, уголовное дело, личное дело, личного дела, уголовного дела, іс нөмірі, іс №, жеке іс,
    қылмыстық іс, numéro d'écrou, n° d'écrou, numéro de dossier, n° du dossier, n° affaire, numéro d'affaire,
    matricule, case number, case no, crb no, prisoner number, prisoner no, prison number, رقم الملف, عدد الملف,
    رقم القضية, عدد القضية, رقم الإيداع, رقم السجين`,
  ),
  origin: list(
    `гражданство, национальность, вероисповедание, этническая принадлежность, ұлты, азаматтығы, діни сенімі,
    nationalité, origine ethnique, pays d'origine, nationality, citizenship, ethnicity, country of origin, الجنسية,
    الديانة, الأصل العرقي, بلد الأصل`,
  ),
  offence: list(
    `статья ук, статья обвинения, статья осуждения, осужден по ст, қк бабы, баппен сотталған, chef d'accusation,
    chef d'inculpation, motif d'incarcération, section of law, offence committed`,
  ),
}

/** Headers that say nothing alone: different names must stand below. */
export const weakNames = list(
  `имя, аты, есім, nom, noms, name, names, الاسم, inmate, prisoner, participant, detainee, convict, détenu, participant,
  identité, осужденный, заключенный, участник, сотталған, қатысушы, السجين, النزيل, المشارك, слушатель, stagiaire, trainee`,
)

/** Numbers of one person, not of many. */
export const personMeasures = list(
  `age, age at admission, âge, возраст, полных лет, жасы, жас, толық жасы, العمر, السن, sentence, term, months served,
  durée, peine, reste à purger, срок, отбыто, мерзімі, өтелген, المدة, مدة العقوبة, المدة المتبقية, score, балл, балы, years, months,
  mois, ans, лет, мес, ай, أشهر, بالسنوات, risk, risque, риска`,
)
/** Above counts, whatever stands there. */
export const countHeaders = list(
  `value, obs_value, total, count, number, people, valeur, nombre, effectif, всего, итого, количество, число, значение, саны,
  барлығы, мәні, المجموع, الجملة, العدد, القيمة`,
)
export const ages = list('age, âge, возраст, полных лет, жасы, жас, العمر, السن')

/** Headers under which old dates are no birth dates, and texts no names of persons. */
export const otherDates = list(
  `opened, opening, closed, built, founded, established, commissioned, since, ouverture, ouvert, fermeture, création,
  construction, mise en service, открыт, открыто, открытия, закрыт, закрыто, постройки, введен, ввода, создания, основан,
  ашылған, жабылған, салынған, құрылған, الافتتاح, افتتاح, الإحداث, إحداث, البناء, تأسيس, decree, order, law, décret,
  arrêté, loi, приказ, приказа, закон, постановление, бұйрық, заң, أمر, قانون, قرار, event, training, session, atelier,
  formation, мероприятие, мероприятия, обучения, семинар, іс-шара, دورة, التكوين`,
)
export const placeHeaders = list(
  `station, prison, facility, region, district, unit, county, town, site, location, address, établissement, unité, région,
  gouvernorat, délégation, lieu, adresse, centre, учреждение, учреждения, колония, область, регион, район, город, адрес,
  место, мекеме, облыс, өңір, аудан, қала, мекенжай, мекенжайы, السجن, الوحدة, المؤسسة, الولاية, الإقليم, الجهة, المعتمدية, العنوان, المكان,
  school, academy, partner, organisation, organization, donor, supplier, partenaire, bailleur, партнер, донор, серіктес, الشريك,
  street, rue, улица, көше, court, tribunal, суд, сот, المحكمة, حكم`,
)

/** Titles of lists of persons; a table of counts may bear one too. */
export const listTitles = list(
  `nominal roll, list of prisoners, list of inmates, list of detainees, list of convicts, list of participants, list of trainees,
  list of veps, participants, trainees, beneficiaries, bénéficiaires, stagiaires, détenus suivis, участники, участников, слушатели, қатысушылар,
  المشاركون, المنتفعون, المشاركين, المنتفعين, register of prisoners, register of inmates, register of convicts, liste nominative, liste des détenus,
  liste des prisonniers, liste des condamnés, liste des participants, liste des bénéficiaires, поименный список, список осужденных,
  список заключенных, список участников, список слушателей, сведения об участниках, сотталғандар тізімі, қатысушылар тізімі, қамаудағылар тізімі,
  قائمة اسمية, القائمة الاسمية, قائمة المساجين, قائمة السجناء, قائمة المشاركين, قائمة المنتفعين, قائمة النزلاء`,
)
