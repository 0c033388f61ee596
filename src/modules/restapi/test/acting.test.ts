import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { bytesWithFiles } from '#kernel/http'
import { givenMeeting, type Town } from '../../deliberations/test/council.ts'
import {
  annex,
  base64,
  type Client,
  givenMail,
  idOf,
  refusedBy,
  type sentTo,
  uid,
} from './client.ts'

let town: Town
/** Software for letters: it writes points for the works. */
let mail: Client
let point: ReturnType<typeof sentTo>

beforeAll(async () => {
  ;({ town, mail, point } = await givenMail())
})

const refused = (sent: object | string, status?: number) =>
  refusedBy(mail, () => mail.send('POST', '/@item', sent), status)

describe('POST @item', () => {
  test('writes a point with its annexes, sends it on, and tells all of it', async () => {
    const { status, body } = await mail.post(
      '/@item',
      point({
        externalIdentifier: 4711,
        privacy: 'public_heading',
        pollType: { token: 'secret_separated' },
        motivation: { data: '<p>Vu la lettre</p>', 'content-type': 'text/html' },
        wf_transitions: ['propose'],
        __children__: [annex()],
      }),
    )
    expect([body['@warnings'], status]).toEqual([[], 201])
    expect(body).toMatchObject({
      ...{ '@type': 'MeetingItemCollege', review_state: 'proposed', externalIdentifier: '4711' },
      ...{ privacy: { token: 'secret' }, pollType: { token: 'secret' } },
      motivation: { data: '<p>Vu la lettre</p>' },
    })
    const again = await mail.get('/@get?external_id=4711&extra_include=annexes')
    expect(again.body.UID).toBe(body.UID)
    expect(again.body.extra_include_annexes).toHaveLength(1)
    const page = await town.head.visitor.get(
      new URL(body['@id']).pathname
        .replace('/plonemeeting', '/deliberations')
        .replace(body.UID, idOf(body.UID)),
    )
    expect(page.text).toContain(`programme ${mail.program.name}`)
  })

  test('a college sits closed: what is sent as public is closed there, and answered so', async () => {
    const { body } = await mail.post('/@item', point({ privacy: 'public' }))
    expect(body.privacy.token).toBe('secret')
    const council = await mail.post('/@item', point({ config_id: 'meeting-config-council' }))
    expect(council.body.privacy.token).toBe('public')
  })

  test('refuses a configuration, service, category or value that there is not, and what is missing', async () => {
    expect(await refused(point({ config_id: undefined }))).toContain('config_id')
    expect(await refused(point({ config_id: 'codir' }))).toContain('codir')
    expect(await refused(point({ title: '' }))).toContain('title')
    expect(await refused(point({ proposingGroup: 'voirie' }))).toContain('voirie')
    expect(await refused(point({ category: 'zzz' }))).toContain('zzz')
    expect(await refused(point({ pollType: 'dice' }))).toContain('dice')
    expect(await refused(point({ privacy: 'friends' }))).toContain('friends')
    expect(await refused(point({ title: 'x'.repeat(501) }))).toContain('title')
  })

  test('does not write for a service that is not its own', async () => {
    const other = point({ proposingGroup: uid({ id: town.finance }) })
    expect(await refused(other, 403)).toContain('Finances')
  })

  test('refuses what has no place here, unless one does without (ignore_not_used_data)', async () => {
    const sent = point({ internalNotes: 'Attention', observations: 'Rien' })
    expect(await refused(sent)).toContain('internalNotes')
    const { body } = await mail.post('/@item', { ...sent, ignore_not_used_data: true })
    expect(body['@warnings'].join()).toMatch(/internalNotes/)
  })

  test('says which names it does not know, and that a description went before the motivation', async () => {
    const sent = point({
      motivaton: '<p>x</p>',
      description: '<p>Un</p>',
      motivation: '<p>Deux</p>',
    })
    const { body } = await mail.post('/@item', sent)
    expect(body['@warnings'].join(' ')).toMatch(/motivaton.*description/s)
    expect(body.motivation.data).toBe('<p>Un</p><p>Deux</p>')
  })

  test('leaves out no validation of what is needed or said (ignore_validation_for)', async () => {
    await refused(point({ ignore_validation_for: ['title'] }))
    await refused(point({ ignore_validation_for: ['category'] }))
    const { category: _, ...bare } = point({})
    const { body, status } = await mail.post('/@item', {
      ...bare,
      ignore_validation_for: ['category'],
    })
    expect([status, body.category]).toEqual([201, null])
  })

  test('takes what an editor wrote in Word: cleaned, its pictures kept, and what is lost is said (G06)', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const word = `<p class="MsoNormal" style="mso-fareast-language:FR" onclick="x()">Vu <b>le plan</b><o:p></o:p>
      <script>alert(1)</script><iframe src="https://example.org"></iframe><img src="data:image/png;base64,${png}">`
    const { body, status } = await mail.post('/@item', point({ motivation: word }))
    expect(status).toBe(201)
    expect(body.motivation.data).toMatch(/<strong>le plan<\/strong>/)
    expect(body.motivation.data).not.toMatch(/script|onclick|Mso|iframe/)
    expect(body.motivation.data).toMatch(/<img src="data:image\/png;base64,/)
    expect(body['@warnings'].join()).toMatch(/motivation/)
    const plain = point({ motivation: '<p>Vu <iframe src="x"></iframe></p>', clean_html: false })
    expect(await refused(plain)).toContain('motivation')
  })

  test('refuses an annex without name, content or base64, one that is no file of its name, and one for few (G05)', async () => {
    const bad = (one: object) => refused(point({ __children__: [annex(), one] }))
    await bad(annex({}, { filename: '', 'content-type': '' }))
    await bad(annex({}, { data: '' }))
    await bad(annex({}, { data: 'pas du base64 !' }))
    await bad(annex({}, { data: base64('MZ…'), filename: 'plan.pdf' }))
    expect(await bad(annex({ confidential: true }))).toContain('Devis')
  })

  test('reads nothing of an annex of 2 GB: it says how much is taken', async () => {
    const size = String(2 * 1024 ** 3)
    const answer = await mail.send('POST', '/@item', point({}), { 'content-length': size })
    expect(answer.status).toBe(413)
    expect(answer.body.message).toMatch(/MB/)
    expect(bytesWithFiles).toBeLessThan(Number(size))
  })

  test('is no JSON, too deep or no object: a sentence', async () => {
    for (const text of ['{', '[1]', '"x"']) expect(await refused(text)).not.toBe('')
    let deep: object = {}
    for (let at = 0; at < 40; at += 1) deep = { deep }
    await refused(point({ deep }))
  })

  test('takes the steps that are open and says of the others why they were not (G04)', async () => {
    const { body } = await mail.post(
      '/@item',
      point({ wf_transitions: ['propose', 'validate', 'present', 'teleport'] }),
    )
    expect(body.review_state).toBe('proposed')
    const said = body['@warnings'].join('\n')
    expect(said).toMatch(/validate.*person/s)
    expect(said).toMatch(/present.*meeting/s)
    expect(said).toMatch(/teleport/)
  })

  test('a meeting that is closed or of another organ takes nothing', async () => {
    const { meeting } = await givenMeeting(town, { organ: town.college, until: 'created' })
    const other = point({ config_id: 'meeting-config-council', preferredMeeting: uid(meeting) })
    await refused(other)
    await town.authority.asSystem(() =>
      sql`update commons.dossier set state = 'closed' where id = ${meeting.id}`.execute(db()),
    )
    expect(await refused(point({ preferredMeeting: uid(meeting) }))).toMatch(/closed/)
  })
})
