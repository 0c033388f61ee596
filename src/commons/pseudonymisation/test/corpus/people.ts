import { men, women } from './first-names.ts'
import { lastNames } from './last-names.ts'
import { mark } from './marks.ts'
import type { Scene } from './scene.ts'
import type { Dice } from './dice.ts'

export interface Name {
  first: string
  last: string
  woman: boolean
}

export interface Person extends Name {
  /** Further first names, which deeds and registers give. */
  others: string[]
  birth: { year: number; month: number; day: number }
}

/** A last name: mostly Walloon, one in eight double. */
function lastName(dice: Dice): string {
  const one = () => {
    const origin = dice.next()
    if (origin < 0.52) return dice.pick(lastNames.walloon)
    if (origin < 0.66) return dice.pick(lastNames.flemish)
    if (origin < 0.72) return dice.pick(lastNames.german)
    return dice.pick(lastNames.farther)
  }
  const first = one()
  const doubled = dice.chance(0.12) && !first.includes(' ')
  return doubled ? first + (dice.chance(0.6) ? '-' : ' ') + dice.pick(lastNames.walloon) : first
}

export function name(dice: Dice): Name {
  const woman = dice.chance(0.5)
  return { first: dice.pick(woman ? women : men), last: lastName(dice), woman }
}

interface Wanted {
  woman?: boolean
  ages?: [number, number]
  last?: string
}

/** Somebody who does not bear the last name of one in office, so that a last name alone is never in doubt. */
export function person(scene: Scene, wanted: Wanted = {}): Person {
  const woman = wanted.woman ?? scene.chance(0.5)
  let last = wanted.last ?? lastName(scene)
  const taken = (one: string) =>
    scene.house.office.some((known) => known.last.toLowerCase() === one.toLowerCase())
  while (wanted.last === undefined && taken(last)) last = lastName(scene)
  const [youngest, oldest] = wanted.ages ?? [19, 88]
  const firsts = (woman ? women : men).filter((one) => !taken(one))
  return {
    first: scene.pick(firsts),
    others: scene.some(firsts, scene.int(1, 2)),
    last,
    woman,
    birth: {
      year: 2026 - scene.int(youngest, oldest),
      month: scene.int(1, 12),
      day: scene.int(1, 28),
    },
  }
}

export function people(scene: Scene, count: number, wanted: Wanted = {}): Person[] {
  return Array.from({ length: count }, () => person(scene, wanted))
}

/** In capitals as agents type them: particles often stay small, accents often fall. */
export function capitals(dice: Dice, last: string): string {
  const upper = last
    .split(' ')
    .map((word) =>
      /^(van|den|de|der|von|du|la|le|wa)$/.test(word) && dice.chance(0.7)
        ? word
        : word.toUpperCase(),
    )
    .join(' ')
  return dice.chance(0.4) ? upper.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : upper
}

/** « Jean-Pierre » becomes « J.-P. », « Anne » « A. ». */
export function initials(first: string): string {
  return first
    .split('-')
    .map((part) => `${part.slice(0, /^(Ch|Th|Ph)/.test(part) ? 2 : 1)}.`)
    .join('-')
}

/** The name without a title, in one of the ways of real acts. */
export function spelled(scene: Scene, who: Name, way: number): string {
  const { first, last } = who
  switch (way) {
    case 0:
      return `${capitals(scene, last)} ${first}`
    case 1:
      return `${first} ${last}`
    case 2:
      return `${first} ${capitals(scene, last)}`
    case 3:
      return `${capitals(scene, last)}, ${first}`
    case 4:
      return `${last} ${first}`
    case 5:
      return `${initials(first)} ${scene.chance(0.5) ? last : capitals(scene, last)}`
    case 6:
      return `${first} ${last}`.toUpperCase()
    case 7:
      return `${capitals(scene, last)} ${initials(first)}`
    case 8: {
      // Small capitals: the text layer parts the large first letter from the rest.
      const upper = last.toUpperCase()
      return scene.noise === 'ocr'
        ? `${first} ${upper.slice(0, 1)} ${upper.slice(1)}`
        : `${capitals(scene, last)}\u00a0${first}`
    }
    case 10:
      return `${first} ${last}`.toLowerCase()
    default:
      return `${last}, ${first}`
  }
}

const ways = 10

function way(scene: Scene): number {
  if (scene.chance(0.01)) return 10
  return scene.chance(0.65) ? scene.habit : scene.int(0, ways - 1)
}

export function title(scene: Scene, who: Name): string {
  return who.woman
    ? scene.pick(['Mme', 'Mme', 'Madame', 'Madame', 'Mme.', 'Mlle', 'Mademoiselle', 'la dame'])
    : scene.pick(['M.', 'M.', 'Monsieur', 'Monsieur', 'Mr', 'Mr.', 'M', 'le sieur'])
}

/** The name alone, marked. */
export function bare(scene: Scene, who: Name): string {
  return mark('person', spelled(scene, who, way(scene)))
}

/** The first mention: mostly with a title. */
export function full(scene: Scene, who: Name): string {
  return scene.chance(0.78) ? `${title(scene, who)} ${bare(scene, who)}` : bare(scene, who)
}

/** A later mention: the last name, with or without title, or the name again. */
export function again(scene: Scene, who: Name): string {
  const last = mark('person', scene.chance(0.5) ? who.last : capitals(scene, who.last))
  const choice = scene.next()
  if (choice < 0.55) return `${title(scene, who)} ${last}`
  if (choice < 0.68) return last
  if (choice < 0.78) return `${who.woman ? "l'intéressée" : "l'intéressé"}`
  return full(scene, who)
}

/** As a deed or a register gives it: every first name. */
export function deed(scene: Scene, who: Person): string {
  const firsts = [who.first, ...who.others]
  const last = scene.chance(0.8) ? capitals(scene, who.last) : who.last
  return mark(
    'person',
    scene.pick([
      `${last} ${firsts.join(' ')}`,
      `${last}, ${firsts.join(', ')}`,
      `${firsts.join(', ')} ${last}`,
      `${firsts.join(' ')} ${last}`,
      `${last} ${who.first} ${(who.others[0] ?? 'A').slice(0, 1)}.`,
    ]),
  )
}

/** Two cells of a table, last name then first name, each marked. */
export function cells(scene: Scene, who: Name): string {
  const last = mark('person', scene.habit % 2 === 0 ? capitals(scene, who.last) : who.last)
  return `${last}\t${mark('person', who.first)}`
}

/** « de » or « d' » before a marked name, and the like for « que », « le ». */
export function elided(word: 'de' | 'que' | 'le' | 'jusque', marked: string): string {
  const letter = marked.replace(/^[\uE000-\uE00F]+/, '').slice(0, 1)
  const vowel = /[aeiouyh]/i.test(letter.normalize('NFD').slice(0, 1))
  return vowel ? `${word.slice(0, -1)}'${marked}` : `${word} ${marked}`
}

/** A couple, a widow, heirs: names without a first name, or with two. */
export function household(scene: Scene, one: Person, other: Person): string {
  const pair = mark('person', `${one.last}-${other.last}`)
  const last = mark('person', scene.chance(0.5) ? one.last : capitals(scene, one.last))
  return scene.pick([
    `les époux ${pair}`,
    `M. et Mme ${pair}`,
    `Monsieur et Madame ${mark('person', spelled(scene, { ...one }, scene.pick([0, 1, 2, 4])))}`,
    `les consorts ${last}`,
    `les consorts ${last} - ${mark('person', other.last)}`,
    `la famille ${last}`,
    `le couple ${pair}`,
    `les héritiers ${last}`,
    `les héritiers de feu ${bare(scene, one)}`,
    `Mme ${mark('person', `${other.first} ${other.last}`)}, veuve ${last}`,
    `Mme Vve ${last}`,
    `Mme ${mark('person', `${other.first} ${one.last}`)}, née ${mark('person', other.last)}`,
    `M. ${bare(scene, one)} et son épouse ${bare(scene, other)}`,
    `la succession ${last}`,
    `l'indivision ${pair}`,
    `le ménage ${last}`,
    `les frères ${last}`,
    `MM. ${last} et ${mark('person', other.last)}`,
    `${one.woman && other.woman ? 'Mmes' : 'Messieurs'} ${mark('person', one.last)}, ${mark('person', other.last)} et consorts`,
    `${mark('person', one.first)}, ${mark('person', one.others[0] ?? 'Louis')} et ${mark('person', `${other.first} ${one.last}`)}`,
    `${mark('person', `${one.first} et ${other.first} ${pair.slice(1, -1)}`)}`,
    `M. et Mme ${mark('person', one.last)} - ${mark('person', other.last)}`,
  ])
}
