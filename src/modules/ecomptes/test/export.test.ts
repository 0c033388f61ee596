import { beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { services } from '#commons/directory'
import { db } from '#kernel/db'
import {
  type Level,
  addElement,
  element,
  openPlan,
  replaceParties,
  nobody,
  whole,
} from '#modules/strategy'
import { everyOne } from '../entry.ts'
import { fromEcomptes, toEcomptes } from './files.ts'
import { bytesOf, elementIn, exchangeIn, exported, report } from './exchanging.ts'

let authority: TestAuthority
let coordinator: TestPerson

beforeEach(async () => {
  authority = await givenAuthority()
  coordinator = await authority.person({ roles: ['coordinator'] })
})

const written = {
  title: 'PST 2025-2030',
  starts_on: Temporal.PlainDate.from('2024-12-02'),
  ends_on: Temporal.PlainDate.from('2030-12-01'),
  designated_on: null,
  first_year: 2025,
  last_year: 2030,
  nis: 53_053,
}

/** A plan of one branch: a volet, OS.1, OO.2, and below it what `grow` adds. */
async function planted(
  body: 'commune' | 'cpas' | 'shared',
  grow: (
    add: (level: Level, title: string, ...under: string[]) => Promise<string>,
    oo: string,
  ) => Promise<unknown> = async () => null,
): Promise<string> {
  return authority.asSystem(async () => {
    const plan = await openPlan({ ...written, body, exchange_id: 'p'.repeat(32) })
    const add = async (level: Level, title: string, ...under: string[]) => {
      const places = under.map((parentId, at) => ({ parentId, weight: at === 0 ? whole : 0 }))
      const nature = level === 'volet' ? 'external' : null
      const own = /^(commune|cpas) /.exec(title)?.[1]
      const body = own === 'commune' || own === 'cpas' ? own : null
      return (
        await addElement(plan, level, places, {
          title,
          nature,
          body,
          exchange_id: title.slice(0, 40),
        })
      ).id
    }
    const volet = await add('volet', 'Volet externe')
    const os = await add('strategic', 'OS', volet)
    await grow(add, await add('operational', 'OO', os))
    return plan.id
  })
}

const voletId = async () => {
  const found = db().selectFrom('strategy.element').select('id').where('level', '=', 'volet')
  return (await found.executeTakeFirstOrThrow()).id
}

const idsIn = async (xml: string) =>
  everyOne((await exchangeIn(xml)).volets).map(({ elementId }) => elementId)

describe('the export of a plan', () => {
  test('PST-04: coordination, director general and administrator get XML with TypeAdmin AC', async () => {
    const plan = await planted('commune')
    for (const role of ['coordinator', 'director_general', 'administrator'] as const) {
      const { visitor } = await authority.person({ roles: [role] })
      const answer = await visitor.get(`/strategy/plans/${plan}/ecomptes.xml`)
      expect(answer.headers.get('content-type')).toContain('text/xml')
      expect(answer.headers.get('content-disposition')).toMatch(
        /attachment; filename="export_pst_pour_ecomptes_20\d{6}\.xml"/,
      )
      expect(answer.text).toContain('<TypeAdmin>AC</TypeAdmin>')
      expect(answer.text).toContain('<INS>53053</INS>')
      expect(answer.text).toContain(`<IdPST>${'p'.repeat(32)}</IdPST>`)
    }
  })

  test('PST-28: the plan of a CPAS writes TypeAdmin CPAS, and is exported for nobody else', async () => {
    const plan = await planted('cpas')
    expect(await exported(coordinator, plan)).toContain('<TypeAdmin>CPAS</TypeAdmin>')
    const other = await coordinator.visitor.get(`/strategy/plans/${plan}/ecomptes.xml?body=AC`)
    expect(other.status).toBe(404)
  })

  test('a shared plan is exported twice: what is of that body, and what is joint', async () => {
    const plan = await planted('shared', async (add, oo) => {
      await add('action', 'commune rénove', oo)
      await add('action', 'cpas loge', oo)
      await add('action', 'ensemble', oo)
    })
    const [commune, cpas] = [
      await exported(coordinator, plan, 'body=AC'),
      await exported(coordinator, plan, 'body=CPAS'),
    ]
    expect((await idsIn(commune)).slice(3)).toEqual(['commune rénove', 'ensemble'])
    expect((await idsIn(cpas)).slice(3)).toEqual(['cpas loge', 'ensemble'])
    expect(cpas).toContain('<TypeAdmin>CPAS</TypeAdmin>')
    for (const xml of [commune, cpas]) {
      expect(await report(coordinator, xml)).toContain('rien à changer')
      expect(await report(coordinator, xml)).not.toContain('Absents du fichier')
    }
  })

  test('sub-actions follow their action, in each place of a mirror under an id of its own', async () => {
    const plan = await planted('commune', async (add, oo) => {
      const os = await add('strategic', 'OS bis', await voletId())
      const twin = await add('operational', 'OO bis', os)
      const action = await add('action', 'A', oo, twin)
      await add('sub_action', 'SA', action)
      await add('action', 'B', oo)
    })
    const xml = await exported(coordinator, plan)
    expect((await idsIn(xml)).filter((id) => /^(A|SA|B)/.test(id))).toEqual([
      ...['A', 'SA', 'B', 'A:OO bis', 'SA:A:OO bis'],
    ])
    expect((await elementIn(xml, 'SA'))?.label).toBe('A.5 - SA.6 - SA')
    expect(await report(coordinator, xml)).toContain('rien à changer')
  })

  test('names who answers: the administrator, else the bearer; the mandataire of the objective', async () => {
    await authority.service('Travaux')
    const jo = await authority.person({ firstName: 'Jo', lastName: 'Brissel', civility: 'mr' })
    const plan = await planted('commune', async (add, oo) => {
      const action = await add('action', 'A', oo)
      const [works] = await services()
      const someone = { ...nobody, last_name: '3e échevine', civility: 'mrs' } as const
      await replaceParties(await element(oo), [{ ...someone, part: 'mandatary' }])
      await replaceParties(await element(action), [
        { ...nobody, part: 'manager', service_id: works?.id ?? '' },
        { ...nobody, part: 'bearer', person_id: jo.id },
      ])
    })
    const xml = await exported(coordinator, plan)
    const action = await elementIn(xml, 'A')
    expect(action?.department).toBe('Travaux')
    expect(action?.responsible).toMatchObject({ lastName: 'Brissel', civility: 'mr' })
    expect(action?.mandatary).toMatchObject({ lastName: '3e échevine', civility: 'mrs' })
    expect(await report(coordinator, xml)).toContain('rien à changer')
  })

  test('cuts a title that is too long for the format, and knows it again', async () => {
    const plan = await planted('commune', (add, oo) => add('action', 'é'.repeat(400), oo))
    const xml = await exported(coordinator, plan)
    expect(xml).toContain(`<Libelle>A.3 - ${'é'.repeat(248)}…</Libelle>`)
    expect(await report(coordinator, xml)).toContain('rien à changer')
  })
})

describe('a file that cannot be imported', () => {
  const send = (xml: string | null) =>
    coordinator.visitor.post(
      '/strategy/ecomptes',
      xml === null ? {} : { file: [new File([bytesOf(xml)], 'pst.xml')] },
    )
  const invalid = 'n’est pas reconnu comme une exportation eComptes valide'

  test('PST-03: no file is an answer that is missing', async () => {
    const answer = await send(null)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Cette réponse est nécessaire.')
  })

  test.for([
    ['PST-01: without an ElementId', toEcomptes.replace(' ElementId="os1"', ''), 'ElementId'],
    ['of another version', toEcomptes.replace('201805V1', '201905V2'), '201905V2'],
    ['that is no XML', 'PST;2025;2030', 'Ligne 1'],
    ['that is cut', fromEcomptes.slice(0, 900), 'Ligne'],
    ['with a number that no column holds', fromEcomptes.replace('99999', '99999999999'), 'INS'],
  ] as const)('%s: is refused with its reason, and nothing is written', async ([, xml, reason]) => {
    const answer = await send(xml)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(invalid)
    expect(answer.text).toContain(reason)
  })

  test.for([
    ['a plan without an id', '<IdPST>p1</IdPST>', '<IdPST/>', 'IdPST'],
    ['years the wrong way round', '<ExerciceFin>2024', '<ExerciceFin>2018', '2019 à 2018'],
  ] as const)('%s is refused in the report', async ([, before, after, reason]) => {
    const page = await report(coordinator, fromEcomptes.replace(before, after))
    expect(page).toContain('Refusé')
    expect(page).toContain(reason)
  })
})
