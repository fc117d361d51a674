const list = (text: string) => text.trim().split(/\s*,\s*/)

/** How a list says the sex of each. */
export const sexes = list(
  `м, ж, муж, жен, муж., жен., мужской, женский, мужчина, женщина, ер, е, ә, әйел, еркек, m, f, h, male, female, man, woman,
  homme, femme, masculin, féminin, ذكر, أنثى, رجل, امرأة, ذ, أ`,
)

export const yesNo = list(
  'yes, no, y, n, oui, non, o, да, нет, иә, жоқ, نعم, لا, true, false, +, -, ✓, ✔, ✗, x, х, v, бар, есть',
)

/** Said of one person: where somebody comes from, or what somebody believes. */
export const origins = list(
  `tunisien, tunisienne, tunisian, libyen, libyenne, libyan, algérien, algérienne, algerian, marocain, marocaine, moroccan,
  syrien, syrienne, syrian, français, française, french, malien, malienne, malian, égyptien, égyptienne, egyptian, iraquien,
  irakien, irakienne, iraqi, italien, italienne, ugandan, kenyan, congolese, somali, somalian, rwandan, tanzanian, sudanese,
  south sudanese, burundian, ethiopian, eritrean, nigerian, british, american, indian, chinese, turkish, muslim, christian,
  catholic, protestant, anglican, pentecostal, orthodox, sunni, shia, salafi, hindu, musulman, musulmane, chrétien, chrétienne,
  juif, athée, казах, казашка, русский, русская, узбек, узбечка, уйгур, уйгурка, татарин, татарка, кыргыз, кыргызка, киргиз,
  таджик, таджичка, чеченец, чеченка, немец, украинец, украинка, дунганин, турок, азербайджанец, афганец, казахстан, рк,
  мусульманин, мусульманка, ислам, христианин, православный, православная, католик, атеист, салафит, сунна, қазақ, орыс, өзбек,
  ұйғыр, татар, қырғыз, тәжік, шешен, түрік, неміс, дүнген, әзірбайжан, мұсылман, христиан, сунит, تونسي, تونسية, ليبي, ليبية,
  جزائري, جزائرية, سوري, سورية, مغربي, مغربية, فرنسي, فرنسية, مصري, مصرية, عراقي, عراقية, مالي, مالية, إيطالي, مسلم, مسلمة, مسيحي,
  مسيحية, سني, شيعي, سلفي, كازاخستان, acholi, langi, baganda, muganda, banyankole, munyankole, basoga, musoga, iteso, lugbara,
  bakiga, mukiga, banyoro, karamojong`,
)

/** Words of what somebody is accused of or sentenced for; a cell may hold more around them. */
export const offences = list(
  `terrorism, terrorist, murder, robbery, theft, rape, defilement, treason, arson, assault, kidnapping, trafficking, manslaughter,
  terrorisme, terroriste, meurtre, homicide, vol, viol, assassinat, stupéfiants, drogue, escroquerie, recel, blanchiment, терроризм,
  террористической, экстремизм, убийство, кража, грабеж, разбой, мошенничество, наркотики, изнасилование, вербовка, кісі өлтіру,
  ұрлық, тонау, алаяқтық, лаңкестік, террористік, есірткі, إرهاب, إرهابي, سرقة, قتل, اغتصاب, مخدرات, تحيل, عنف, arms, weapons, armes`,
)

/** Words that name a place, an office, a measure or a sum, never a person. */
export const things = list(
  `prison, prisons, station, facility, farm, centre, center, camp, unit, region, district, county, command, ministry, office, school,
  academy, hospital, department, division, committee, service, services, union, programme, program, project, course, training, module,
  workshop, rules, framework, system, security, assessment, management, rights, plan, report, policy, council, court, police, bank,
  international, society, network, street, road, avenue, square, hill, city, town, village, bay, main, upper, remand, women, men, total,
  staff, officer, officers, prisoner, prisoners, inmates, high, low, maximum, embassy, university, college, foundation, agency, cell,
  north, south, east, west, northern, southern, eastern, western, central, day, week, month, quarter, year, kit, manual, handbook,
  maison, établissement, unité, région, gouvernorat, délégation, direction, ministère, bureau, école, hôpital, pavillon, quartier,
  programme, projet, formation, atelier, règles, cadre, système, sécurité, droits, rapport, conseil, tribunal, rue, place, boulevard,
  route, cité, ville, nord, sud, est, ouest, femmes, hommes, détenus, personnel, agents, borj, sidi, menzel, oued, hammam, henchir, bir,
  ras, djebel, jebel, ksar, beni, béni, cap, île, mines, centrale, civile, peine, fondation, ambassade, société, banque, ligue, croix,
  учреждение, учреждения, колония, сизо, ик, дуис, куис, ук, область, района, район, край, город, села, село, поселок, улица, ул,
  проспект, пр, им, имени, площадь, министерство, управление, отдел, департамент, комитет, служба, центр, школа, академия,
  больница, университет, программа, проект, курс, обучение, модуль, семинар, правила, система, безопасность, оценка, права, план,
  отчет, совет, суд, полиция, банк, фонд, союз, посольство, всего, итого, женщины, мужчины, осужденные, сотрудники, северный, южный,
  восточный, западный, центральный, женская, мужская, регион, филиал, станция, зона, мекеме, мекемесі, облысы, облыс, аудан, ауданы,
  қала, қаласы, ауыл, ауылы, көше, көшесі, даңғылы, атындағы, өңір, министрлігі, басқармасы, бөлімі, департаменті, комитеті, қызметі,
  орталығы, мектебі, академиясы, ауруханасы, бағдарлама, жоба, оқыту, ереже, жүйе, қауіпсіздік, бағалау, құқық, жоспар, есеп, сот,
  барлығы, әйелдер, ерлер, сотталғандар, қызметкерлер, изоляторы, السجن, سجن, وحدة, الوحدة, مركز, المركز, ولاية, ولايه, إقليم, جهة, إدارة,
  الإدارة, وزارة, مدرسة, مستشفى, محكمة, شارع, نهج, ساحة, مدينة, حي, طريق, قرية, برج, سيدي, منزل, وادي, حمام, جبل, رأس, قصر, بئر, بني, الشمال,
  الجنوب, الشرق, الغرب, الوسط, الساحل, برنامج, مشروع, دورة, تكوين, التكوين, ورشة, قواعد, إطار, نظام, أمن, الأمن, تقييم, حقوق, خطة, تقرير,
  مجلس, شرطة, بنك, منظمة, جمعية, لجنة, اتحاد, مجموع, المجموع, النساء, نساء, الرجال, رجال, المساجين, الأعوان, الجملة`,
)

/** Who signs a form: names beside these are no list. */
export const signers = list(
  `prepared, approved, signature, signed, checked, officer in charge, director, commissioner, contact, responsible, compiled, verified,
  reported by, submitted by, focal point, établi, directeur, directrice, visa, cachet, signataire, responsable, vérifié, rédigé,
  point focal, исполнитель, начальник, руководитель, директор, согласовано, утверждаю, подпись, ответственный, проверил, составил,
  тел, м.п, орындаушы, бастығы, басшысы, келісілді, бекітемін, қолы, жауапты, тексерген, директоры, أعده, المدير, مدير, تأشيرة, إمضاء,
  الإمضاء, المسؤول, صادق, راجعه, رئيس, هاتف`,
)

/** Before a number with a year: an act, not a case. */
export const acts = list(
  `act, law, decree, order, circular, resolution, regulation, loi, décret, arrêté, décision, circulaire, note, закон, приказ,
  постановление, распоряжение, указ, правила, заң, бұйрық, қаулы, жарлық, ереже, قانون, أمر, قرار, منشور, مرسوم, مذكرة, fy, exercice`,
)

/** Before a birth date, in a sentence. */
export const bornCues = list(
  `born, dob, d.o.b, née le, né le, né(e) le, naissance, г.р, г. р, рождения, рожд, родился, родилась, ж.т, туған, المولود, المولودة,
  مولود, مولودة, مواليد, ولادته, ولادتها, الولادة`,
)

/** Before a name, in a sentence. */
export const personNouns = list(
  `prisoner, inmate, detainee, convict, détenu, détenue, prisonnier, prisonnière, condamné, condamnée, осужденный, осужденная,
  осужденного, осужденной, заключенный, заключенная, заключенного, арестованный, сотталған, қамаудағы, тұтқын, السجين, السجينة,
  النزيل, النزيلة, الموقوف, الموقوفة, المحكوم`,
)

export const totals = list(
  'total, grand total, subtotal, sub-total, sum, total général, ensemble, всего, итого, барлығы, жиыны, المجموع, الجملة, المجموع العام',
)
