import { expect, test } from 'vitest'
import { formsOn } from '../../deliberations/test/forms.ts'
import { givenPlan } from './small-plan.ts'

test('settings of a plan and words of a list made from an older state overwrite nothing (D3)', async () => {
  const { coordinator, plan } = await givenPlan()
  const { visitor } = coordinator
  const settings = `/strategy/plans/${plan.id}/settings`
  const list = '/vocabularies/strategy.source'
  await visitor.post(list, { name: 'Fonds propres' })
  const [, term = ''] = /href="([^"]*\/terms\/[^"]*)"/.exec((await visitor.get(list)).text) ?? []
  const cases = [
    { page: settings, action: `${settings}/fields`, theirs: { 'uses.comments': 'hidden' } },
    { page: settings, action: settings, theirs: { numbering: 'outline' } },
    { page: term, action: term, theirs: { name: 'Fonds repris' } },
  ]
  for (const { page, action, theirs } of cases) {
    const shown = formsOn(await visitor.get(page)).find((one) => one.action === action)
    expect((await visitor.post(action, { ...shown?.fields, ...theirs })).status).toBe(303)
    const refused = await visitor.post(action, shown?.fields ?? {})
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/a modifié ce dossier|a enregistré autre chose/)
  }
})
