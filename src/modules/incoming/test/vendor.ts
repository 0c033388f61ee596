import { givenProgram, type TestPerson, type TestProgram } from '#test/harness'
import { givenTown, type Town } from '../../deliberations/test/council.ts'

/** A town whose council is prepared in other software, and the program of its vendor. */
export interface Vendor {
  town: Town
  administrator: TestPerson
  program: TestProgram
  source: string
  /** Tells a meeting. */
  push: (told: object, more?: { source?: string }) => ReturnType<TestProgram['api']>
}

export async function givenVendor(): Promise<Vendor> {
  const town = await givenTown()
  const administrator = await town.authority.person({ roles: ['agent', 'administrator'] })
  const program = await givenProgram(town.authority, administrator, {
    ...{ scopes: ['incoming:act'], roles: ['pusher'] },
  })
  const source = await givenSource(town, 'Logiciel X', program.id)
  const push: Vendor['push'] = (told, more) =>
    program.api('PUT', `/incoming/sources/${more?.source ?? source}/meetings`, told)
  return { town, administrator, program, source, push }
}

export async function givenSource(town: Town, title: string, program: string): Promise<string> {
  const made = await town.secretariat.visitor.api('POST', '/incoming/sources', {
    ...{ title, program_id: program },
  })
  if (made.status !== 201) throw new Error(made.text)
  return made.json<{ id: string }>().id
}

/** A point as vendors tell it. */
export const point = (more: object = {}) => ({
  ...{ id: 'p1', modified: '2026-06-01T10:00:00+02:00', stage: 'project', order: 1, number: '1' },
  ...{ title: 'Réfection de la rue du Moulin', motivation: '<p>Vu le rapport</p>' },
  ...{ decision: '<p>D’approuver le marché</p>', ...more },
})

/** A meeting of the council as vendors tell it. */
export const meeting = (more: object = {}) => ({
  ...{
    id: 'm1',
    modified: '2026-06-01T10:00:00+02:00',
    organ: 'council',
    title: 'Conseil communal',
  },
  ...{ starts_at: '2026-06-25T20:00', place: 'Maison communale', state: 'planned' },
  points: [point()],
  ...more,
})
