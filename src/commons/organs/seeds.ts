import { accountIdOf } from '#kernel/auth'
import { addPerson, councillor, fictionalAddress } from '#commons/directory'
import { type Organ, addSeat, organs } from './organ.ts'
import type { SeatPart } from './tables.ts'

/** Who sits besides those who sign in; all are invented. */
const others: [civility: 'mr' | 'mrs', firstName: string, lastName: string, title: string][] = [
  ['mrs', 'Sabine', 'Aubrive', 'Échevine'],
  ['mr', 'Loïc', 'Brémont', 'Échevin'],
  ['mrs', 'Inès', 'Castellan', 'Échevine'],
  ['mr', 'Marc', 'Doyen', 'Conseiller communal'],
  ['mrs', 'Judith', 'Estève', 'Conseillère communale'],
  ['mr', 'Karim', 'Falleur', 'Conseiller communal'],
  ['mrs', 'Odile', 'Grandpré', 'Conseillère communale'],
  ['mr', 'Simon', 'Hautval', 'Conseiller communal'],
]

const since = Temporal.PlainDate.from('2018-12-03')

/** Who sits where in the organs of a fictional authority. */
export async function seeds(): Promise<void> {
  const [council, college] = await organs()
  if (council && college) await seatEverybody(council, college)
}

async function seatEverybody(council: Organ, college: Organ): Promise<void> {
  const seat = async (organ: Organ, login: string, part: SeatPart, title: string) => {
    const personId = await accountIdOf(login)
    if (personId) await addSeat({ organId: organ.id, personId, part, title, validFrom: since })
  }
  for (const organ of [council, college]) {
    await seat(organ, 'mayor', 'president', 'Bourgmestre')
    await seat(organ, 'dg', 'secretary', 'Directeur général')
  }
  await seat(council, 'councillor', 'member', 'Conseiller communal')
  for (const [civility, firstName, lastName, title] of others) {
    const personId = await addPerson({
      ...{ civility, firstName, lastName, roles: [councillor] },
      email: fictionalAddress(asciiOf(lastName)),
      mandate: { title, validFrom: since },
    })
    const at = { personId, part: 'member' as const, title, validFrom: since }
    await addSeat({ ...at, organId: council.id })
    if (title.startsWith('Échevin')) await addSeat({ ...at, organId: college.id })
  }
}

/** « Brémont » is written to as bremont. */
const asciiOf = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
