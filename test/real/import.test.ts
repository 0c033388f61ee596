import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'

const folder = new URL('../../../shared/data/delib/', import.meta.url)
const present = existsSync(folder)
const meeting = ['meeting_mock.json', 'meeting_items_mock.json', 'annexes_publishable_mock.json']

interface Preview {
  ready: boolean
  changes: boolean
  items: { action: string }[]
  services: { token: string }[]
  findings: { severity: string; code: string; where: string; sentence: string }[]
}

describe.skipIf(!present)(
  'the real meeting (skipped where ../shared/data/delib is not there)',
  () => {
    let authority: TestAuthority
    let secretariat: TestPerson
    const send = (path: string, names: string[], more: object = {}) => {
      const files = names.map((one) => ({
        name: one,
        base64: readFileSync(new URL(one, folder)).toString('base64'),
      }))
      const body = { files, ...more }
      return secretariat.visitor.api('POST', `/deliberations/imports${path}`, body)
    }
    const preview = async (names: string[], more: object = {}) =>
      (await send('/preview', names, more)).json<Preview>()
    const rows = () =>
      authority.asSystem(async () => {
        const counted = await sql<object>`select
        (select count(*) from commons.dossier) as dossiers,
        (select count(*) from kernel.event) as events,
        (select count(*) from plonemeeting.mapping) as mappings`.execute(db())
        return counted.rows
      })

    beforeAll(async () => {
      authority = await givenAuthority()
      secretariat = await authority.person({ roles: ['agent', 'secretariat'] })
    })

    test('names each wrong file, and the annex of another meeting', async () => {
      const wrong = ['preview_import_items_mock.json', 'document.pdf']
      const { findings, ready } = await preview([...meeting, ...wrong])
      expect(ready).toBe(false)
      const refused = findings.filter(({ code }) => code === 'wrong_file')
      expect(refused.map(({ where }) => where).toSorted()).toEqual(wrong.toSorted())
      const stray = findings.find(({ code }) => code === 'annex_of_unknown_item')
      expect(stray?.sentence).toContain('0s57')
    })

    test('names the point whose HTML is broken, its field and its line', async () => {
      const { findings } = await preview(meeting)
      const broken = findings.filter(
        ({ code, severity }) => `${code} ${severity}` === 'broken_html refused',
      )
      expect(broken[0]?.where).toMatch(
        /point «\u00A0Permis d'urbanisme.* · champ decision · ligne \d+/,
      )
    })

    test('is created with its 28 points under services one names; twice changes nothing', async () => {
      const { services } = await preview(meeting, { accept_repaired: true })
      const named = services.map(({ token }, at) => [token, { create: `Service ${at + 1}` }])
      const answers = {
        accept_repaired: true,
        create_missing: true,
        services: Object.fromEntries(named),
      }
      const done = await send('', meeting, answers)
      expect(done.status).toBe(201)
      const { meeting_id, created } = done.json<{
        meeting_id: string
        created: { items: number }
      }>()
      expect(created.items).toBe(28)
      const agenda = await secretariat.visitor.api(
        'GET',
        `/deliberations/meetings/${meeting_id}/agenda`,
      )
      const lines = agenda.items<{ position: number; service_name: string }>()
      expect(lines.map(({ position }) => position)).toEqual(lines.map((_, at) => at + 1))
      expect(new Set(lines.map(({ service_name }) => service_name)).size).toBe(6)

      const before = await rows()
      const again = await preview(meeting)
      expect(again).toMatchObject({ ready: true, changes: false })
      expect((await send('', meeting)).json()).toMatchObject({ created: { items: 0, annexes: 0 } })
      expect(await rows()).toEqual(before)
    })

    test('comes as it was held: closed, each point decided, under its own reference', async () => {
      authority = await givenAuthority()
      secretariat = await authority.person({ roles: ['agent', 'secretariat'] })
      const { services } = await preview(meeting, { accept_repaired: true, held: true })
      const named = services.map(({ token }, at) => [token, { create: `Service ${at + 1}` }])
      const done = await send('', meeting, {
        ...{ accept_repaired: true, create_missing: true, held: true },
        services: Object.fromEntries(named),
      })
      expect(done.status).toBe(201)
      const { meeting_id: id } = done.json<{ meeting_id: string }>()
      const whole = await secretariat.visitor.api('GET', `/deliberations/meetings/${id}`)
      expect(whole.json()).toMatchObject({ state: 'closed' })
      const agenda = await secretariat.visitor.api('GET', `/deliberations/meetings/${id}/agenda`)
      const lines = agenda.items<{ state: string; reference: string }>()
      expect(lines).toHaveLength(28)
      expect(new Set(lines.map(({ reference }) => reference)).size).toBe(28)
      const open = ['created', 'presented', 'frozen']
      expect(lines.filter(({ state }) => open.includes(state))).toEqual([])
      const held = await secretariat.visitor.api(
        'GET',
        `/deliberations/imports/held/meetings/${id}`,
      )
      expect(held.json()).toMatchObject({ number: '331', state: 'closed' })
    })
  },
)
