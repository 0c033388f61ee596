import { beforeAll, expect, test } from 'vitest'
import { kindName, workflows } from '#commons/workflow'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let manager: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['agent', 'administrator'] })
})

interface Matrix {
  standpoints: string[]
  rows: {
    trade: string
    thing: string
    action: string
    states: string
    in_person: boolean
    may: boolean[]
  }[]
}

test('the matrix of permissions says of each role what it may do, as the routes hold it', async () => {
  const { standpoints, rows } = (await manager.visitor.api('get', '/permissions')).json<Matrix>()
  const gestion = standpoints.indexOf('gestionnaire')
  const agents = standpoints.indexOf('agent')
  const keep = rows.find(({ action }) => action.startsWith('Gérer les personnes'))
  expect(keep?.may[gestion]).toBe(true)
  expect(keep?.may[agents]).toBe(false)
  // A step of a workflow, with the states from which it is taken.
  expect(rows.some(({ thing, states, may }) => thing && states && may.includes(true))).toBe(true)
})

test('it leaves out no permission, no step and no state in which a dossier is rewritten', async () => {
  const { standpoints, rows } = (await manager.visitor.api('get', '/permissions')).json<Matrix>()
  const every = await authority.asSystem(async () =>
    workflows.all().map((flow) => ({ flow, thing: kindName(flow.kind) })),
  )
  for (const { flow, thing } of every) {
    const of = rows.filter((row) => row.thing === thing)
    const edited = Object.values(flow.states).some(({ edits = [] }) => edits.length > 0)
    expect([thing, of.some(({ action }) => action === 'Modifier')]).toEqual([thing, edited])
    const steps = of.filter(({ action }) => action !== 'Modifier')
    expect([thing, steps.length]).toEqual([thing, Object.keys(flow.transitions).length])
    // A step that a person takes is somebody’s, whoever that is on the dossier.
    for (const step of steps)
      expect([thing, step.action, step.may.includes(true)]).toEqual([
        thing,
        step.action,
        !step.action.endsWith('(suit un autre acte)'),
      ])
  }
  expect(standpoints).toEqual(
    expect.arrayContaining(['auteur du dossier', 'désigné dans le dossier']),
  )
  const item = rows.filter(({ thing, action }) => thing && action === 'Modifier')
  expect(item.some(({ may }) => may[standpoints.indexOf('auteur du dossier')])).toBe(true)
})

test('it says « tout état » where a step is taken from all of them, and what people alone do', async () => {
  const { rows } = (await manager.visitor.api('get', '/permissions')).json<Matrix>()
  const told = rows.map(({ states }) => states)
  expect(told.some((states) => states.startsWith('tout état'))).toBe(true)
  expect(rows.find(({ action }) => action.startsWith('Décider des paramètres'))?.in_person).toBe(
    true,
  )
  expect(rows.find(({ action }) => action === 'Lire le droit appliqué')?.in_person ?? false).toBe(
    false,
  )
  const { text } = await manager.visitor.get('/permissions')
  expect(text).toContain('En personne seulement')
})

test('the matrix is taken as a file, and tells nothing of trades that are off', async () => {
  const csv = await manager.visitor.get('/permissions?as=csv')
  expect(csv.headers.get('content-type')).toContain('text/csv')
  const bare = await givenAuthority('municipality', { trades: [] })
  const { visitor } = await bare.person({ roles: ['administrator'] })
  const few = (await visitor.api('get', '/permissions')).json<Matrix>()
  // What stands is what all share.
  expect(few.rows.filter(({ thing, trade }) => thing && !trade.startsWith('Commun'))).toEqual([])
})

test('of a person one reads what they may do, and why: the role, the function that gives it', async () => {
  const works = await authority.service('Travaux')
  const editor = await authority.person({ roles: ['agent'], in: works, as: 'head' })
  const { text } = await manager.visitor.get(`/people/${editor.id}/rights`)
  expect(text).toContain('chef – Travaux')
  expect(text).toContain('toute personne connectée')
  const rights = (await manager.visitor.api('get', `/people/${editor.id}/rights`)).items<{
    trade: string
    action: string
    because: string[]
  }>()
  expect(rights.some(({ action }) => action.startsWith('Gérer les personnes'))).toBe(false)
})
