import { holder, officer } from './authority.ts'
import { capitals, initials } from './people.ts'
import { date } from './dates.ts'
import { decoys } from './recitals.ts'
import type { Draft, Scene } from './scene.ts'
import { withoutSigns } from './marks.ts'

const plural = (roles: string) =>
  roles.replace(/^Échevin\b/, 'Échevins').replace(/^Conseiller\b/, 'Conseillers')

/** The list of who sat: everybody here is in office, nothing is marked. */
export function present(scene: Scene): string {
  const { house } = scene
  const habit = scene.int(0, 3)
  if (habit === 0)
    return `PRÉSENTS :\n${house.office.map((who) => `${officer(scene, who)}, ${who.role}`).join(' ;\n')}.`
  if (habit === 1)
    return house.office
      .map(
        (who) =>
          `${capitals(scene, who.last)} ${who.first}\t${who.role}\tPrésent${who.woman ? 'e' : ''}`,
      )
      .join('\n')
  if (habit === 2) {
    const parts = new Map<string, string[]>()
    for (const who of house.office) {
      const role = who.role.replace('Échevine', 'Échevin').replace('Conseillère', 'Conseiller')
      parts.set(role, [
        ...(parts.get(role) ?? []),
        `${initials(who.first)} ${capitals(scene, who.last)}`,
      ])
    }
    return `Présents : ${[...parts].map(([role, names]) => (names.length > 1 ? `MM. et Mmes ${names.join(', ')}, ${plural(role)}` : `${names[0]}, ${role}`)).join(' ; ')}.`
  }
  const [chair, ...others] = house.office
  const absent = scene.pick(others)
  return `Sous la présidence de ${chair ? `${officer(scene, chair)}, ${chair.role}` : ''}. Excusé${absent.woman ? 'e' : ''} : ${absent.first} ${absent.last}. ${others
    .filter((who) => who !== absent)
    .map((who) => `${who.first} ${who.last}`)
    .join(', ')}, membres.`
}

function signatures(scene: Scene): string {
  const chair = holder(scene.house, scene.pick(['Bourgmestre', 'Président']))
  const head = holder(
    scene.house,
    ['fire', 'police'].includes(scene.house.sort) ? 'Secrétaire' : 'Direct',
  )
  return scene.pick([
    `PAR ORDONNANCE :\n${head.role},\t${chair.role},\n(s) ${initials(head.first)} ${capitals(scene, head.last)}\t(s) ${initials(chair.first)} ${capitals(scene, chair.last)}`,
    `Pour extrait conforme,\n${head.first} ${capitals(scene, head.last)}\t${chair.first} ${capitals(scene, chair.last)}\n${head.role}\t${chair.role}`,
    `Le ${chair.role.toLowerCase()} (s) ${chair.first} ${chair.last} ; ${head.role.toLowerCase()} (s) ${head.first} ${head.last}`,
    '',
    '',
  ])
}

export interface Body {
  object: string
  /** Recitals of the case itself, in order. */
  recitals: readonly string[]
  decision: readonly string[]
  organ?: string
  /** How many recitals that only hold traps are strewn in. */
  traps?: number
}

/** Strews recitals of traps between those of the case, keeping their order. */
function strewn(scene: Scene, recitals: readonly string[], count: number): string[] {
  const all = [...recitals]
  for (const decoy of decoys(scene, count)) all.splice(scene.int(0, all.length), 0, decoy)
  return all
}

/** Puts an act in one of the shapes in which acts are found. */
export function frame(scene: Scene, body: Body): Draft {
  const { house } = scene
  const organ =
    body.organ ??
    {
      commune: scene.pick([
        'Le Collège communal',
        'Le Conseil communal',
        'LE COLLÈGE',
        'Le Conseil',
      ]),
      cpas: scene.pick(["Le Conseil de l'action sociale", 'Le Bureau permanent']),
      fire: 'Le Collège de zone',
      police: scene.pick(['Le Conseil de police', 'Le Collège de police']),
      rca: "Le Conseil d'administration",
      intercommunal: "Le Conseil d'administration",
      german: '',
      dutch: '',
    }[house.sort]
  const recitals = strewn(scene, body.recitals, body.traps ?? scene.int(3, 6))
  const end = scene.pick([' ;', ' ;', ';', '.', ' ,'])
  const object = scene.chance(0.1) ? body.object.toUpperCase() : body.object
  const lines: string[] = []
  const shape = scene.int(0, 3)
  if (shape === 0) {
    lines.push(
      house.name.toUpperCase(),
      `EXTRAIT DU REGISTRE AUX DÉLIBÉRATIONS`,
      `Séance du ${date(scene, 2025)}`,
      present(scene),
      `OBJET : ${object}`,
      `${organ},`,
    )
  } else if (shape === 1) {
    lines.push(`${scene.int(1, 60)}. ${object}`, `${organ}, siégeant à huis clos,`)
  } else if (shape === 2) {
    lines.push(
      house.name,
      `Province de ${scene.pick(['Liège', 'Namur', 'Luxembourg', 'Hainaut'])} – Arrondissement de ${scene.pick(['Huy', 'Waremme', 'Dinant', 'Marche-en-Famenne'])}`,
      `Objet : ${object}`,
      `${organ} réuni en séance du ${date(scene, 2025)},`,
    )
  } else lines.push(`Point ${scene.int(1, 60)} – ${object}`, `${organ},`)
  lines.push(
    ...recitals.map(
      (one) => one + (/[.;:)\t]$/.test(withoutSigns(one)) || one.includes('\t') ? '' : end),
    ),
  )
  lines.push(
    scene.pick([
      'DÉCIDE :',
      "DÉCIDE, à l'unanimité :",
      'Par ces motifs, ARRÊTE :',
      'Après en avoir délibéré, décide :',
      'À huis clos et au scrutin secret, DÉCIDE :',
    ]),
  )
  const articles = body.decision.map((one, index) => {
    if (shape === 1) return `- ${one}`
    return `${index === 0 ? scene.pick(['Article 1er.', 'Article 1er :', 'Art. 1er –']) : `${scene.pick(['Art.', 'Article'])} ${index + 1}.`} ${one}`
  })
  lines.push(...articles)
  if (shape !== 1) lines.push(signatures(scene))
  return { object: body.object, text: lines.filter((line) => line !== '').join('\n') }
}

/** A table: rows of cells. */
export const table = (head: readonly string[], rows: readonly string[]) =>
  [head.join('\t'), ...rows].join('\n')
