import { expect, test } from 'vitest'
import { read } from '#commons/dossiers'
import { givenAuthority } from '#test/harness'
import { mainWords } from '../../deliberations/test/council.ts'
import { addOrgan } from '#commons/organs'
import { items } from '#modules/deliberations'
import { openPlan } from '#modules/strategy'
import { submissionsOf } from '../council.ts'
import { planDates } from '../law.ts'
import type { Purpose } from '../tables.ts'
import { versionsOf, versionsPath } from '../version.ts'
import { written } from './plan.ts'

/** An authority with a plan for a body, of which a version is frozen and sent. */
async function sentFor(
  kind: string,
  body: Body,
  { addCpasCouncil = false, purpose = 'presentation', own = {} }: SentFor = {},
) {
  const authority = await givenAuthority(kind)
  const service = await authority.service('Direction générale')
  const { visitor } = await authority.person({ roles: ['agent', 'coordinator'], in: service })
  const plan = await authority.asSystem(async () => {
    if (addCpasCouncil)
      await addOrgan({
        ...{ kind: 'cpas_council', name: socialCouncil, acronym: 'CAS' },
        ...{ speaks_as: 'Le Conseil de l’action sociale', insertion: [] },
      })
    return openPlan({ ...written, ...own, body })
  })
  const path = versionsPath(plan)
  await visitor.post(path, { purpose, report: '' })
  const [version] = await authority.asSystem(() => versionsOf(plan.id))
  const tab = mainWords(await visitor.get(path))
  const { status } = await visitor.post(`${path}/${version?.id}/council`)
  const points = await authority.asSystem(() => submissionsOf(plan.id))
  const sent = points.get(version?.id ?? '')
  const point = sent && (await authority.asSystem(() => read(items, sent.id)))
  return { tab, status, organ: sent?.organ, point }
}

interface SentFor {
  addCpasCouncil?: boolean
  purpose?: Purpose
  own?: Partial<typeof written>
}

type Body = 'commune' | 'cpas' | 'shared'
const [townCouncil, socialCouncil] = ['Conseil communal', 'Conseil de l’action sociale']

test.for([
  ['municipality', 'commune', townCouncil],
  ['municipality', 'shared', townCouncil],
  ['cpas', 'cpas', socialCouncil],
  ['cpas', 'commune', socialCouncil],
  ['cpas', 'shared', socialCouncil],
] as const)('of a %s, a plan of body %s goes to the %s', async ([kind, body, organ]) => {
  expect(await sentFor(kind, body)).toMatchObject({ status: 303, organ })
})

test.for([
  ['commune', townCouncil],
  ['shared', townCouncil],
  ['cpas', socialCouncil],
] as const)('where both councils meet, a plan of body %s goes to the %s', async ([body, organ]) => {
  expect(await sentFor('municipality', body, { addCpasCouncil: true })).toMatchObject({
    status: 303,
    organ,
  })
})

test('a plan of the CPAS never goes to the council of the municipality, and the tab says why', async () => {
  const { tab, status, organ } = await sentFor('municipality', 'cpas')
  expect(tab).toContain('cette administration n’a pas de Conseil de l’action sociale')
  expect([status, organ]).toEqual([409, undefined])
})

test('the council of a CPAS adopts its plan by a vote, behind closed doors, under its own law (D6)', async () => {
  const { point } = await sentFor('cpas', 'cpas')
  expect(point).toMatchObject({ poll_type: 'freehand', privacy: 'secret' })
  expect(point?.motivation).toContain('loi organique du 8 juillet 1976')
  expect(point?.motivation).toContain('l’article 27ter, §\u00A02')
  expect(point?.decision).toContain('Le Conseil de l’action sociale adopte le plan')
  const said = `${point?.title}${point?.motivation}${point?.decision}`
  for (const word of ['L1123', 'L1133', 'Collège', 'prend acte', 'prise d’acte'])
    expect(said).not.toContain(word)
})

test('the council of a municipality takes note without a vote, under the Code (L1123-27, § 2)', async () => {
  const { point } = await sentFor('municipality', 'commune')
  expect(point).toMatchObject({ poll_type: 'no_vote', privacy: 'public' })
  expect(point?.motivation).toContain('notamment l’article L1123-27, §\u00A02')
  expect(point?.motivation).toContain('le Collège présente au Conseil')
  expect(point?.decision).toContain('prend acte du plan')
  expect(point?.decision).toContain('publié conformément à l’article L1133-1 du Code')
})

test.for(['midterm', 'final'] as const)(
  'of an evaluation (%s) a CPAS takes note, and cites no article that nobody read (D6)',
  async (purpose) => {
    const { point } = await sentFor('cpas', 'cpas', { purpose })
    expect(point).toMatchObject({ poll_type: 'no_vote', privacy: 'secret' })
    expect(point?.decision).toContain('prend acte de l’évaluation')
    expect(point?.motivation).not.toMatch(/27ter|L1123|Collège/)
  },
)

test('what the law says of a plan follows its designation, not the start that it gives (P1)', async () => {
  const authority = await givenAuthority()
  const early = (start: string, designated: string | null) =>
    authority.asSystem(async () => {
      const day = (text: string) => Temporal.PlainDate.from(text)
      const plan = await openPlan({
        ...written,
        starts_on: day(start),
        ends_on: day(start).add({ years: 6 }),
        designated_on: designated ? day(designated) : null,
      })
      const dates = await planDates(plan, [], new Map())
      return dates.map(({ purpose, reckoning }) => [purpose, reckoning?.date.toString()])
    })
  expect(await early('2024-12-01', '2024-12-02')).toEqual([
    ['presentation', '2025-06-02'],
    ['midterm', '2027-12-01'],
    ['final', '2030-12-01'],
  ])
  expect(await early('2018-12-01', '2018-12-03')).toContainEqual(['presentation', '2019-09-03'])
  const unknown = await early('2018-12-01', null)
  expect(unknown.map(([purpose]) => purpose)).toEqual(['presentation', 'midterm', 'final'])
})

test('a shared plan has the dates of both councils, each by its article', async () => {
  const authority = await givenAuthority()
  const articlesFor = (body: Body) =>
    authority.asSystem(async () => {
      const dates = await planDates(await openPlan({ ...written, body }), [], new Map())
      return dates.map(({ purpose, rule }) => `${purpose}: ${rule.article}`)
    })
  const [ofTown, ofCpas] = [await articlesFor('commune'), await articlesFor('cpas')]
  expect(ofTown[0]).toBe('presentation: CDLD L1123-27, § 2')
  expect(ofCpas[0]).toBe('presentation: Loi organique des CPAS, art. 27ter, § 2')
  expect(await articlesFor('shared')).toEqual(ofTown.flatMap((one, at) => [one, ofCpas[at]]))
})
