import { birthNumbers, born } from './dates.ts'
import { called, mail, national, nationalNumber, phone } from './identifiers.ts'
import { capitals, full } from './people.ts'
import type { Person } from './people.ts'
import { mark } from './marks.ts'
import { homeCell, living } from './places.ts'
import type { Scene } from './scene.ts'

/** A person presented with some of what identifies them, in the disorder of acts. */
export function presented(
  scene: Scene,
  who: Person,
  about: Partial<Record<'born' | 'living' | 'national' | 'called' | 'mail', number>> = {},
): string {
  const chances = { born: 0.6, living: 0.6, national: 0.25, called: 0.1, mail: 0.1, ...about }
  const facts: string[] = []
  if (scene.chance(chances.born)) facts.push(born(scene, who))
  if (scene.chance(chances.living)) facts.push(living(scene, who.woman))
  if (scene.chance(chances.national)) facts.push(national(scene, who))
  if (scene.chance(chances.called)) facts.push(called(scene))
  if (scene.chance(chances.mail)) facts.push(mail(scene, who))
  const ordered = scene.chance(0.75) ? facts : scene.some(facts, facts.length)
  return [full(scene, who), ...ordered].join(scene.pick([', ', ', ', ', ', ' - ', ' ; ']))
}

/** The sheet of an electronic form, pasted into the act: a label and an answer a line. */
export function sheet(scene: Scene, who: Person): string {
  const parted = scene.pick([' : ', ': ', '\t', ' :\n'])
  const last = mark('person', scene.chance(0.5) ? capitals(scene, who.last) : who.last)
  const lines: [string, string][] = [
    ['Nom', last],
    [scene.pick(['Prénom', 'Prénom(s)']), mark('person', who.first)],
    ['Rue et numéro', homeCell(scene)],
    ['Téléphone', phone(scene)],
    [scene.pick(['Courriel', 'E-mail', 'Adresse électronique']), mail(scene, who)],
    ['Date de naissance', birthNumbers(scene, who)],
    ['N° national', nationalNumber(scene, who)],
  ]
  const kept = lines.filter((_, index) => index < 2 || scene.chance(0.6))
  return kept.map(([label, answer]) => label + parted + answer).join('\n')
}
