import { actAs, type Actor, system } from '#kernel/access'
import { accountIdOf } from '#kernel/auth'
import { today } from '#commons/clock'
import { services } from '#commons/directory'
import { type Organ, organs } from '#commons/organs'
import { terms } from '#commons/vocabularies'
import { create } from '#commons/dossiers'
import { enforce } from '#commons/workflow'
import {
  atNoLevel,
  categories,
  items,
  itemWorkflow,
  lawfulPrivacy,
  planMeeting,
} from '#modules/deliberations'
import { levels } from './levelling.ts'
import { clean } from '#kernel/richtext'
import { timeZone } from '#kernel/i18n'

/** Of a fictional authority: a meeting to come of each organ, and points on their way. */
export async function seeds(slug: string): Promise<void> {
  const [council, college] = await organs()
  if (!council || !college) return
  if (slug !== 'beauval') return
  await planComing(council, college)
  const agent = await accountIdOf('agent')
  // The person of the works service who wrote them: the house itself writes nothing.
  const writer: Actor = { ...system, id: agent ?? null, name: 'Tom Delisse' }
  await actAs(writer, () => writePoints(council, college))
}

/** The council meets on a Thursday three weeks ahead, the college on the Monday before. */
async function planComing(council: Organ, college: Organ): Promise<void> {
  const now = today()
  const thursday = now.add({ days: ((4 - now.dayOfWeek + 7) % 7) + 21 })
  const at = (date: Temporal.PlainDate, time: string) =>
    date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant()
  const place = 'Maison communale'
  await planMeeting({
    organId: council.id,
    startsAt: at(thursday, '20:00'),
    place: `${place}, salle du Conseil`,
  })
  await planMeeting({
    organId: college.id,
    startsAt: at(thursday.subtract({ days: 3 }), '09:00'),
    place,
  })
}

interface Sketch {
  title: string
  service: string
  category: string
  state: 'created' | 'proposed' | 'validated'
  /** It passed the first level of validation. */
  endorsed?: true
  motivation: string
  decision: string
  /** In cents. */
  amount?: number
}

const sketches: Sketch[] = [
  {
    title: 'Réfection de la rue du Moulin : conditions et mode de passation du marché',
    service: 'Travaux',
    category: 'Marchés publics',
    state: 'validated',
    motivation:
      '<p>Vu le Code de la démocratie locale et de la décentralisation ;</p><p>Considérant que le revêtement de la rue du Moulin est dégradé sur 640 mètres ;</p><p>Considérant que le montant estimé s’élève à 142 500 euros hors TVA ;</p>',
    decision:
      '<p>Article 1er. D’approuver le cahier des charges et le montant estimé du marché de travaux.</p><p>Article 2. De passer le marché par procédure négociée directe avec publication préalable.</p>',
  },
  {
    title: 'Zone 30 aux abords de l’école du Centre : règlement complémentaire',
    service: 'Travaux',
    category: 'Mobilité',
    state: 'validated',
    motivation: '<p>Considérant que 180 élèves traversent chaque jour la rue de l’École ;</p>',
    decision:
      '<p>Article 1er. La vitesse est limitée à 30 km/h rue de l’École, entre la place du Beffroi et la rue des Tilleuls.</p>',
  },
  {
    title: 'Remplacement de la chaudière de la salle des fêtes',
    service: 'Travaux',
    category: 'Travaux',
    state: 'proposed',
    motivation: '<p>Considérant que la chaudière date de 1994 ;</p>',
    decision: '<p>De charger le service de consulter trois installateurs.</p>',
  },
  {
    title: 'Plan de déneigement de l’hiver',
    amount: 3_000_000,
    service: 'Travaux',
    category: 'Travaux',
    state: 'proposed',
    endorsed: true,
    motivation: '<p>Vu le rapport du service des travaux ;</p>',
    decision: '<p>De marquer son accord sur le plan de déneigement.</p>',
  },
  {
    title: 'Aménagement d’un abri pour vélos à la gare',
    service: 'Travaux',
    category: 'Mobilité',
    state: 'created',
    motivation: '',
    decision: '',
  },
]

async function writePoints(council: Organ, college: Organ): Promise<void> {
  const serviceIds = new Map((await services()).map(({ id, name }) => [name, id]))
  const categoryIds = new Map((await terms(categories.name)).map(({ id, name }) => [name, id]))
  for (const sketch of sketches) {
    const organ = sketch.category === 'Travaux' ? college : council
    const service_id = serviceIds.get(sketch.service) ?? null
    const by = { organ_id: organ.id, service_id, in_charge: [], created_by: null }
    const [began] = await levels.begins([by], sketch.state)
    const point = await create(
      items,
      {
        title: sketch.title.replace(' :', '\u00A0:'),
        state: began?.state ?? sketch.state,
        service_id,
      },
      {
        ...(began?.columns ?? atNoLevel),
        organ_id: organ.id,
        amount: sketch.amount ?? null,
        privacy: await lawfulPrivacy({ organ_id: organ.id, privacy: 'public' }),
        category_id: categoryIds.get(sketch.category) ?? null,
        motivation: clean(sketch.motivation.replaceAll(' ;', '\u00A0;')).html,
        decision: clean(sketch.decision).html,
      },
    )
    if (sketch.endorsed) await enforce(items, itemWorkflow, point, 'endorse')
  }
}
