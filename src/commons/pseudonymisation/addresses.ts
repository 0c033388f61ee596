import type { Finding } from './kinds.ts'
import { common } from './words.ts'
import { keyOf } from './tokens.ts'

const way =
  '(?:rue|ruelle|avenue|av\\.|boulevard|bd\\.?|bld|chauss[ée]e|ch[ée]e|chemin|sentier|place|pl\\.|placette|square|quai|impasse|all[ée]e|clos|dr[èe]ve|venelle|voie|mont[ée]e|thier|tienne|tige|pav[ée]|faubourg|esplanade|rond-point|r[ée]sidence|cit[ée]|route|rte|promenade|parvis|hameau|lieu-dit|cour|pont|porte|passage|fond|champ|pr[ée]|batt[iy]|trix?h[ea]y|rwe|campagne|domaine|parc)'
const word = "(?:[dlDL]['’])?[\\p{L}\\p{M}01][\\p{L}\\p{M}01.'’-]*"
/** Names of ways: those that begin with their kind, and those that end with it. */
const french = `(?<![\\p{L}])${way}(?: +${word}| +\\d{1,2}(?= \\p{Lu}| \\p{Ll}+ \\p{Lu})){1,7}?`
const other =
  '\\p{Lu}[\\p{L}\\p{M}-]+(?:stra[sß]s?e|str\\.|weg|platz|gasse|allee|ring|straat|laan|plein|dreef|steenweg|kaai|hof|berg|feld|park)(?![\\p{L}])|(?:Am|An der|Auf dem|Auf der|Im|In der|Zum|Zur|Unter den|Hinter dem) \\p{Lu}[\\p{L}\\p{M}-]+'
const number =
  ',? {0,2}(?:n[°ºo]\\.? ?|nr\\.? ?)?[\\dlIO]{1,4}(?: ?[a-zA-Z](?![\\p{L}\\d]))?(?: ?/ ?[\\da-zA-Z]{1,4})?(?:,? ?(?:\\(?bte\\.?|bo[îi]te|bus|b\\.) ?[\\dlA-Z.]{1,5}\\)?)?(?![\\p{L}\\d])'
const town =
  "(?:[ ,–-]{1,3}|,? ?\\n|,? [àa] +|,? in +|\\t)(?:B-)?[1-9O][\\dOlI]{3} ?-? +(?:(?:(?:La|Le|Les|De|Den|Het) )?[\\p{Lu}][\\p{L}\\p{M}'’-]*(?:[- ](?:lez|les|sur|le|la|en|aux|au|sous|devant|sous)[- ][\\p{Lu}][\\p{L}\\p{M}'’-]*|(?:-[\\p{L}\\p{M}'’]+)|(?: \\p{Lu}{2,})*)?)"
const townAlone = ",? [àa] (?:\\d{4} +)?[\\p{Lu}][\\p{L}\\p{M}'’]+(?:-[\\p{L}\\p{M}'’]+)*"

const whole = new RegExp(`(?:${french}|${other})${number}(?:${town}|${townAlone})?`, 'giu')

/** Whose address it is where it is nobody’s home. */
const ofBodies =
  /administration|maison communale|h[ôo]tel de ville|si[èe]ge|bureaux|[ée]cole|cr[èe]che|salle|chantier|travaux|biblioth|hall |stade|cimeti|[ée]glise|mus[ée]e|greffe|tribunal|parquet|asbl|sprl|srl|\bsa\b|soci[ée]t[ée]|guichet|commissariat|centre |h[ôo]pital|home |rathaus|gemeindehaus|verwaltung|gemeentehuis|cpas|cabinet|rejoint|b[âa]timent|circulation|stationnement|voirie|antenne|local |locaux|trottoir|[ée]gout|arr[êe]t de bus|permanence|zone de|arsenal/giu
/** What says that somebody lives there. */
const ofPeople =
  /domicili|demeur|habit|r[ée]sid|occup|(?<!\p{L})n[ée]+\(?e?\)?(?!\p{L})|adresse|logement|locat|propri[ée]t|\bm\.|\bmme|monsieur|madame|[ée]poux|consorts|veuve|riverain|wohnhaft|wonende|anschrift|requ[ée]rant|d[ée]funt|plaignant/giu

/**
 * Where people live: a way, a number, and what follows of box and town. A public building or a work in the street is none;
 * `people` says where people are named, for an address beside one of them is theirs.
 */
export function addresses(text: string, people: readonly Finding[]): Finding[] {
  return [...text.matchAll(whole)]
    .map(({ 0: found, index }) => trimmed(found, index))
    .filter((one) => isHome(text, one, people))
}

function trimmed(found: string, index: number): Finding {
  const end = found.trimEnd()
  // « rue » of « la rue », or of a sentence that began with a common word, is where it begins.
  return { from: index, to: index + end.length, kind: 'address' }
}

function isHome(text: string, { from, to }: Finding, people: readonly Finding[]): boolean {
  const line = text.lastIndexOf('\n', from - 1) + 1
  const around = text.slice(Math.max(from - 160, Math.min(line, from - 60)), from)
  const [people_, bodies] = [lastOf(around, ofPeople), lastOf(around, ofBodies)]
  const near = people.some(
    (one) => (one.to <= from && from - one.to < 160) || (one.from >= to && one.from - to < 60),
  )
  if (bodies > people_ && bodies >= 0) {
    // What was said last, of a person or of a building, says whose it is.
    const named = people.filter((one) => one.to <= from).at(-1)
    const at = Math.max(0, from - around.length) + bodies
    return Boolean(named && named.from > at && from - named.to < 120)
  }
  return near || people_ >= 0
}

function lastOf(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}

export const isCommonWord = (text: string): boolean => common.has(keyOf(text))
