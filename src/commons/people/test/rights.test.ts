import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let manager: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['agent', 'administrator'] })
})

interface Matrix {
  standpoints: string[]
  rows: { trade: string; thing: string; action: string; states: string; may: boolean[] }[]
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
