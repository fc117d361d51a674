import type { Country } from '../../../indicators/model/place.ts'

const cyrillic: Record<string, string> = Object.fromEntries(
  `а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch
   ъ: ы:y ь: э:e ю:yu я:ya ә:a ғ:g қ:q ң:n ө:o ұ:u ү:u һ:h і:i`
    .split(/\s+/)
    .map((pair) => pair.split(':')),
)

/** A name of letters for a report nobody had before, from its file's name: `KAZ-svodka-po-kadram`. */
export function reportId(file: string, country: Country, taken: readonly string[]): string {
  const letters = file
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[а-яёәғқңөұүһі]/g, (letter) => cyrillic[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[a-z]{2,}/g)
  const name = `${country}-${letters?.slice(0, 4).join('-') ?? 'report'}`
  let id = name
  for (let more = 'b'; taken.includes(id); more += 'b') id = `${name}-${more}`
  return id
}
