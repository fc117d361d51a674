import {
  lettersOf,
  type OneByteEncoding,
  oneByteEncodings,
} from '../../../../pipelines/stages/decode/one-byte.ts'

/** Words as they stand in returns, by language. */
export const phrases = {
  english: [
    'Station',
    'Convicts',
    'Remands',
    'Debtors',
    'of whom women',
    'Sub-total',
    'Discharged',
    'Capacity',
  ],
  french:
    'Établissement|Gouvernorat|Capacité d’accueil|condamnés|prévenus|détention provisoire|dont femmes|écroués|libérés|mineurs (moins de 18 ans)|formés à l’évaluation des risques|Région de Béja|Kébili|Médenine|Résultat du trimestre précédent|à réévaluer|où|déjà suivis|élèves inscrits|première année|contrôle|maître|Noël|cœur|naïf|reçus|français|bâtiment|sûreté|dès|là|né'.split(
      '|',
    ),
  russian:
    'Учреждение|Область|Регион|осужденные|следственно-арестованные|из них женщин|несовершеннолетние|лимит наполнения|Всего|прибыло|освобождено|обучено|по состоянию на|квартал|Карагандинская|Кызылорда|Северный регион|СИЗО|где|не|нет|да|психологи|социальные работники|режим и охрана|жалобы|рассмотрено в срок|объём|подъезд|ещё|№ п/п|итого|имя|чел.|год'.split(
      '|',
    ),
  kazakh:
    'Облыс|Мекеме|тергеу изоляторы|сотталғандар|тергеу-қамаудағылар|оның ішінде әйелдер|Барлығы|жиыны|сыйымдылығы|келгендер|босатылғандар|оқытылғандар|тоқсан|Солтүстік өңір|Қарағанды|Қызылорда|Түркістан|Ұлытау|Жетісу|кәмелетке толмағандар|ерлер|жоқ|иә|қызметкерлер|психологтар|шағымдар|мерзімінде|үйірме|еңбек|һәм|ірі|2021 жылғы І тоқсан'.split(
      '|',
    ),
  arabic:
    'المؤسسة السجنية|الولاية|الجهة|محكومون|موقوفون|منهم نساء|أطفال|أقل من 18 سنة|طاقة الاستيعاب|الوافدون|المفرج عنهم|المدرَّبون|المجموع|الجملة|الثلاثي الأول|تونس|باجة|القيروان|مدنين|سيدي بوزيد|نعم|لا|غ م|الشكاوى الواردة|المسجلون في أنشطة الوقاية|أعوان السجون|الإيواء|إعادة الإدماج|تقييم المخاطر|الأمن الدينامي|هيئة الوقاية من التعذيب|جانفي|فيفري|أوت'.split(
      '|',
    ),
} as const satisfies Record<string, readonly string[]>
export type Written = keyof typeof phrases

/** The bytes of a text; null where the encoding lacks one of its letters. */
export function written(text: string, encoding: string): Uint8Array | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(text.length * 2)
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < text.length; at += 1)
      view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le')
    return bytes
  }
  const byLetter = byteOf[encoding as OneByteEncoding]
  const bytes = Array.from(text, (letter) => byLetter.get(letter))
  return bytes.includes(undefined) ? null : Uint8Array.from(bytes as number[])
}

const byteOf = Object.fromEntries(
  oneByteEncodings.map((encoding) => [
    encoding,
    new Map(lettersOf(encoding).map((letter, byte) => [letter, byte])),
  ]),
) as Record<OneByteEncoding, Map<string, number>>

export const lettersBeyondAscii = (text: string) => text.match(/(?!\p{P})[^\0-\x7f\u00a0]/gu)?.length ?? 0
