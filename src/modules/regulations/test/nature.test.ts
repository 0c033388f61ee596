import { expect, test } from 'vitest'
import { terms } from '#commons/vocabularies'
import { givenAuthority } from '#test/harness'
import { types } from '../fields.ts'

/** An authority of a nature, and somebody who publishes there. */
async function given(kind: string) {
  const authority = await givenAuthority(kind)
  const service_id = await authority.service('Secrétariat')
  const { visitor } = await authority.person({ in: service_id, roles: ['secretariat'] })
  const form = (await visitor.get('/regulations/postings/new')).text
  const offered = [...form.matchAll(/name="body"[^>]*value="([a-z_]+)"/g)].map(([, one]) => one)
  const kept = (await authority.asSystem(() => terms(types.name))).map(({ name }) => name)
  return { visitor, service_id, form, offered, kept }
}

test('who takes a text is somebody of this nature of authority', async () => {
  const town = await given('municipality')
  expect(town.offered).toEqual(['council', 'college', 'mayor', 'government', 'other'])
  expect(town.kept).toContain('Arrêté de police')
  const cpas = await given('cpas')
  expect(cpas.offered).toEqual(['cpas_council', 'government', 'other'])
  expect(/<input[^>]*name="body"[^>]*value="cpas_council"[^>]*>/.exec(cpas.form)?.[0]).toContain(
    'checked',
  )
  expect(cpas.kept).not.toContain('Règlement communal')
  expect(cpas.kept).not.toContain('Arrêté de police')
  expect(cpas.kept).toContain('Règlement d’ordre intérieur')
  const answer = await cpas.visitor.post('/regulations/postings', {
    ...{ title: 'Règlement', service_id: cpas.service_id, nature: 'regulation', body: 'council' },
  })
  expect(answer.status).toBe(422)
})
