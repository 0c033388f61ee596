import type { ServerType } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '#commons/clock'
import { itemPath, type Meeting, meetingPath } from '#modules/deliberations'
import { ground, type TestPerson } from '#test/harness'
import { convokedNow } from '../../src/modules/convocations/test/verbs.ts'
import {
  foundTown,
  givenMeeting,
  type MeetingSketch,
  onMeeting,
  type Sketch,
  type Town,
} from '../../src/modules/deliberations/test/council.ts'
import { answers } from './meeting.ts'
import { Person } from './person.ts'
import { listen } from './town.ts'

let server: ServerType
let port: number
let faults: string[]
const people: Person[] = []

beforeAll(async () => {
  ;({ server, port, faults } = await listen(await ground()))
})
afterAll(async () => {
  const complaints = (await Promise.all(people.map((one) => one.leaves()))).flat()
  server.close()
  expect([...complaints, ...faults]).toEqual([])
})

/** Somebody of a town opens a browser in which they are signed in. */
async function comes({ authority }: Town, { token }: TestPerson): Promise<Person> {
  const person = await Person.at(`http://${authority.host}:${port}`, {})
  await person.bears(token)
  people.push(person)
  return person
}

/** A meeting of today, at an hour, whose organ is convoked. */
async function convened(of: Town, sketch: MeetingSketch): Promise<Meeting> {
  const { meeting } = await givenMeeting(of, {
    day: today().toString(),
    until: 'frozen',
    ...sketch,
  })
  return onMeeting(of, of.secretariat, meeting, convokedNow)
}

const addressOf = ({ page }: Person) => new URL(page.url()).pathname

async function opens(aline: Person, meeting: string): Promise<void> {
  await aline.goes(`${meeting}/attendance`)
  await aline.presses('Enregistrer les présences')
  await aline.presses('Ouvrir la séance')
}

/** From the agenda to the vote on a point. */
async function votesOn(aline: Person, meeting: string, title: string): Promise<void> {
  await aline.goes(meeting)
  await aline.follows(title)
  await aline.follows('Voter')
}

/** Adopts what is left and closes; gives the address of the minutes. */
async function ends(aline: Person, meeting: string): Promise<string> {
  await aline.goes(meeting)
  const rest = aline.button('Adopter à l’unanimité ce qui reste')
  if ((await rest.count()) > 0) await aline.confirms('Adopter à l’unanimité ce qui reste')
  await aline.confirms('Clôturer la séance')
  await aline.goes(`${meeting}/minutes`)
  await aline.follows('Ouvrir le procès-verbal')
  return addressOf(aline)
}

/** How long a journey may take on a busy machine. */
const patience = { timeout: 120_000 }

/** What the college sends on goes late to a council that is convoked, by a click of each. */
async function sendsOn(aline: Person, of: Town, council: string): Promise<void> {
  const { meeting, points } = await givenMeeting(of, {
    ...{ organ: of.college, day: today().toString(), time: '00:05' },
    items: [{ title: 'Mur de la digue' }],
  })
  const [point] = points
  if (!point) throw new Error('The college has a point')
  await aline.goes(itemPath(point))
  await aline.page.locator('summary').filter({ hasText: 'Envoyer à un autre organe' }).click()
  await aline.presses('Envoyer à un autre organe')
  await votesOn(aline, meetingPath(meeting), 'Mur de la digue')
  await aline.presses('Unanimité')
  await aline.goes(council)
  await aline.follows('Disponibles')
  await aline.presses('Présenter', aline.line('Mur de la digue'))
}

/** A tie rejects, somebody leaves, an urgency is declared. */
async function sits(aline: Person, council: string): Promise<void> {
  await opens(aline, council)
  await votesOn(aline, council, 'Règlement des marchés')
  for (const name of ['Falleur', 'Hautval']) await answers(aline, name, 'Contre')
  await aline.presses('Enregistrer le vote')
  expect(await aline.button(/^Accepter/).count()).toBe(0)
  await aline.presses('Refuser')
  await aline.goes(`${council}/attendance`)
  await aline.follows('Présences par point')
  await aline.button(/Hautval, point 2/).focus()
  await aline.moves(() => aline.page.keyboard.press('Space'))
  await votesOn(aline, council, 'Mur de la digue')
  await aline.presses('Tous les membres présents')
  await aline.presses('Unanimité')
}

test(
  'a municipality: from the college to the council, with an urgency, a tie and a member who leaves, to minutes that the next meeting approves',
  patience,
  async () => {
    const town = await foundTown()
    const aline = await comes(town, town.secretariat)
    const items = [{ title: 'Règlement des marchés' }, { title: 'Rue du Moulin' }]
    const council = meetingPath(await convened(town, { items, time: '00:10' }))
    const next = await givenMeeting(town, {
      ...{ day: today().toString(), time: '00:20', items: [], until: 'created' },
    })
    await sendsOn(aline, town, council)
    await sits(aline, council)
    const minutes = await ends(aline, council)
    await aline.presses('Mettre à disposition')
    await aline.sees('À disposition des membres')

    const hugo = await comes(town, town.councillor)
    await hugo.goes(minutes)
    const read = await hugo.words()
    expect(read).toContain('les voix étant partagées, la proposition est rejetée')
    expect(read).toContain('Hautval quitte la séance')
    expect(read).toContain('À l’unanimité,')
    expect(read).toContain('L’urgence est déclarée par')
    expect(read).toContain('Mur de la digue')

    const second = meetingPath(next.meeting)
    await aline.goes(second)
    await aline.sees(/Procès-verbal de la séance du .*approbation/)
    await aline.confirms('Arrêter l’ordre du jour')
    await onMeeting(town, town.secretariat, next.meeting, convokedNow)
    await opens(aline, second)
    await ends(aline, second)
    await aline.sees('Aucune observation n’étant formulée avant la fin de la séance')
    await aline.goes(minutes)
    await aline.sees(/sans observation\. Plus rien/)
    await aline.shows('minutes-approved')
    await aline.goes('/deliberations/register')
    await aline.sees('Mur de la digue')
    expect(await aline.words()).not.toContain('Règlement des marchés')
  },
)

test(
  'a CPAS behind closed doors: an aid is decided by its bureau and its council, and read by those alone who treat it',
  patience,
  async () => {
    const cpas = await foundTown('cpas')
    const aline = await comes(cpas, cpas.secretariat)
    const tom = await comes(cpas, cpas.agent)
    const stranger = await comes(cpas, cpas.accountant)
    for (const organ of [cpas.college, cpas.council]) {
      const title = `Aide urgente, ${organ.name}`
      const sketch = { organ, time: '00:05', items: [{ title, privacy: 'public' as const }] }
      const meeting = meetingPath(await convened(cpas, sketch))
      await opens(aline, meeting)
      await votesOn(aline, meeting, title)
      await aline.presses('Unanimité')
      const minutes = await ends(aline, meeting)
      const said = await aline.words()
      expect(said).toContain('À l’unanimité,')
      expect(said).not.toMatch(/Séance publique|conseil communal|bourgmestre|CDLD/i)
      await aline.goes(meeting)
      await aline.follows(title)
      const point = addressOf(aline)
      await tom.goes(point)
      await tom.sees('Accepté')
      for (const path of [point, minutes]) expect(await stranger.goes(path)).toBe(404)
      await stranger.goes(`/search?q=${encodeURIComponent('Aide urgente')}`)
      await stranger.sees('Rien ne correspond')
      await stranger.goes(meeting)
      expect(await stranger.words()).not.toContain(title)
    }
  },
)

test(
  'a rescue zone: its council sits in public, votes an appointment in secret, and cites no law of a municipality',
  patience,
  async () => {
    const zone = await foundTown('rescue_zone')
    const aline = await comes(zone, zone.secretariat)
    const appointment: Sketch = {
      ...{ title: 'Nomination d’un officier', matter: 'appointment' },
      ...{ privacy: 'secret', poll_type: 'secret' },
    }
    const items = [{ title: 'Achat d’une autopompe' }, appointment]
    const meeting = meetingPath(await convened(zone, { items, time: '00:05' }))
    await opens(aline, meeting)
    await votesOn(aline, meeting, 'Achat d’une autopompe')
    await answers(aline, 'Hautval', 'Abstention')
    await aline.presses('Enregistrer le vote')
    await aline.presses(/^Accepter$/)
    await votesOn(aline, meeting, 'Nomination d’un officier')
    await aline.fills('Pour', '3')
    await aline.fills('Blancs', '1')
    await aline.presses('Enregistrer le vote')
    await aline.presses(/^Accepter$/)
    await ends(aline, meeting)
    const said = await aline.words()
    expect(said).toContain('Par 3 voix pour')
    expect(said).toMatch(/Séance publique/i)
    expect(said).toMatch(/Huis clos/i)
    expect(said).not.toMatch(/conseil communal|bourgmestre|CDLD/i)
    const stranger = await comes(zone, zone.accountant)
    await stranger.goes(meeting)
    await stranger.sees('Achat d’une autopompe')
    expect(await stranger.words()).not.toContain('Nomination')
  },
)
