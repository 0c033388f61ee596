import { actAs, type Actor, system } from '#kernel/access'
import { accountIdOf } from '#kernel/auth'
import { timeZone } from '#kernel/i18n'
import { clean } from '#kernel/richtext'
import { today } from '#commons/clock'
import { services } from '#commons/directory'
import { create, read } from '#commons/dossiers'
import { type Organ, organs } from '#commons/organs'
import { terms } from '#commons/vocabularies'
import {
  atNoLevel,
  categories,
  type Item,
  items,
  type Meeting,
  planMeeting,
  presentMany,
  stepMeeting,
} from '#modules/deliberations'
import { attendance, recordAttendance } from '#modules/sittings'
import { castVotes, decide, pollOn } from '#modules/votes'
import { choose, publishMeeting, ruleRecord } from '#modules/publications'

interface Sketch {
  title: string
  category: string
  motivation: string
  decision: string
  /** How many vote no, and how many abstain. */
  against?: [no: number, abstain: number]
  outcome?: 'refuse' | 'delay'
  privacy?: 'secret'
  /** Why it is kept back. */
  withheld?: string
}

const sketches: readonly Sketch[] = [
  {
    title: 'Entretien des chemins agricoles\u00A0: programme de l’année',
    category: 'Mobilité',
    motivation:
      '<p>Vu le Code de la démocratie locale et de la décentralisation\u00A0;</p><p>Vu le relevé des chemins par le service des travaux\u00A0;</p><p>Considérant que onze kilomètres de chemins demandent un empierrement\u00A0;</p>',
    decision:
      '<p>Article 1er. D’approuver le programme d’entretien des chemins agricoles.</p><p>Article 2. De charger le service des travaux d’en informer les exploitants.</p>',
  },
  {
    title: 'Rénovation énergétique de l’école du Centre\u00A0: avant-projet',
    category: 'Travaux',
    motivation:
      '<p>Considérant que l’école du Centre consomme à elle seule un cinquième du gaz des bâtiments communaux\u00A0;</p><p>Considérant que les travaux se feront en deux étés, sans fermer de classe\u00A0;</p>',
    decision:
      '<table><thead><tr><th>Lot</th><th>Estimation hors TVA</th></tr></thead><tbody><tr><td>Toitures et isolation</td><td>312 000 €</td></tr><tr><td>Châssis</td><td>148 000 €</td></tr><tr><td>Chaufferie à pellets</td><td>96 500 €</td></tr></tbody></table><p>Article 1er. D’approuver l’avant-projet et l’estimation des trois lots.</p><p>Article 2. De solliciter la subvention de la Région.</p>',
    against: [3, 2],
  },
  {
    title: 'Stationnement payant sur la place du Beffroi',
    category: 'Mobilité',
    motivation: '<p>Considérant que les commerçants ont été entendus en juin\u00A0;</p>',
    decision: '<p>Article unique. D’instaurer le stationnement payant sur la place du Beffroi.</p>',
    against: [9, 1],
    outcome: 'refuse',
  },
  {
    title: 'Vente de l’ancienne cure\u00A0: conditions',
    category: 'Travaux',
    motivation: '<p>Considérant que l’ancienne cure ne sert plus depuis six ans\u00A0;</p>',
    decision: '<p>De fixer les conditions de la vente.</p>',
    withheld: 'La négociation avec les acquéreurs est en cours.',
  },
  {
    title: 'Mise en disponibilité d’une agente pour convenance personnelle',
    category: 'Administration générale',
    motivation: '<p>Vu la demande de l’intéressée\u00A0;</p>',
    decision: '<p>D’accorder la disponibilité demandée, pour un an.</p>',
    privacy: 'secret',
    outcome: 'delay',
  },
]

/** Of a fictional authority: what its council decided five weeks ago, as everybody reads it. */
export async function seeds(slug: string): Promise<void> {
  const [council, college] = await organs()
  if (slug !== 'beauval' || council?.kind !== 'council') return
  const id = await accountIdOf('secretariat')
  const secretary: Actor = { ...system, id: id ?? null, name: 'Aline Ferrier' }
  await actAs(secretary, () => hold(council))
  if (college) await ruleRecord.write({ ...titlesOnly, title: college.name, organ_id: college.id })
}

const titlesOnly = {
  ...({ projects: 'no', decisions: 'titles', since: 'approved', names: false } as const),
  ...{ judged: true, second_look: false },
}

/** A Thursday five weeks ago. */
function thursday(): Temporal.Instant {
  const now = today()
  const day = now.subtract({ days: ((now.dayOfWeek + 3) % 7) + 35 })
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from('20:00') }).toInstant()
}

async function hold(council: Organ): Promise<void> {
  const place = 'Maison communale, salle du Conseil'
  const startsAt = thursday()
  let meeting = await planMeeting({ organId: council.id, startsAt, place, held: true })
  const points: [Item, Sketch][] = []
  for (const sketch of sketches) points.push([await write(sketch, council), sketch])
  await presentMany(
    points.map(([item]) => item),
    meeting,
  )
  for (const verb of ['freeze', 'decide'] as const)
    meeting = await stepMeeting(meeting, { verb, comment: '' })
  const seats = await attendance(meeting)
  await recordAttendance(meeting, Object.fromEntries(seats.map(({ id }) => [id, 'present'])))
  for (const [item, sketch] of points) await vote(meeting, item, sketch)
  meeting = await stepMeeting(meeting, { verb: 'close', comment: '' })
  for (const [item, { withheld }] of points)
    if (withheld)
      await choose(await read(items, item.id), { withheld, title: item.title, annexes: [] })
  await publishMeeting(meeting)
}

type Own = Parameters<typeof create<Item>>[2]

async function write(
  { title, category, privacy, ...words }: Sketch,
  council: Organ,
): Promise<Item> {
  const service_id = (await services()).find(({ name }) => name === 'Travaux')?.id ?? null
  const [motivation, decision] = [clean(words.motivation).html, clean(words.decision).html]
  const columns = {
    ...{ ...atNoLevel, organ_id: council.id, amount: null, motivation, decision },
    category_id: (await terms(categories.name)).find(({ name }) => name === category)?.id ?? null,
    ...(privacy && { privacy }),
  }
  return create(items, { title, service_id, state: 'validated' }, columns as Own)
}

async function vote(meeting: Meeting, { id }: Item, { against, outcome }: Sketch): Promise<void> {
  const item = await read(items, id, { lock: true })
  if (outcome !== 'delay') {
    const poll = await pollOn(item, meeting)
    const [no, abstain] = against ?? [0, 0]
    const choiceOf = (at: number) => {
      if (at < no) return 'no'
      return at < no + abstain ? 'abstain' : 'yes'
    }
    const cast = poll.voters.map((seat, at) => [seat.id, choiceOf(at)] as const)
    await castVotes(item, poll, Object.fromEntries(cast))
  }
  await decide(item, meeting, outcome ?? 'accept')
}
