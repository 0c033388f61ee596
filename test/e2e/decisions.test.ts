import { expect } from 'vitest'
import { actAs, system } from '#kernel/access'
import { accountIdOf } from '#kernel/auth'
import { timeZone } from '#kernel/i18n'
import { services } from '#commons/directory'
import { organs } from '#commons/organs'
import { terms } from '#commons/vocabularies'
import {
  categories,
  meetingPath,
  planMeeting,
  presentMany,
  stepMeeting,
  writeValidated,
  WrittenItem,
} from '#modules/deliberations'
import { answers, convokes } from './meeting.ts'
import type { Person } from './person.ts'
import { journey } from './town.ts'

const zoe = 'zoe@example.org'
const mill = 'Réfection de la rue du Moulin'
const park = 'Un banc au parc'

/** The council meets today, on a frozen agenda of two points. Gives the path of the meeting. */
async function frozen(): Promise<string> {
  const id = await accountIdOf('secretariat')
  return actAs({ ...system, id: id ?? null }, async () => {
    const [[council], [category]] = [await organs(), await terms(categories.name)]
    const service_id = (await services())[0]?.id
    const of = { organ_id: council?.id, category_id: category?.id, service_id }
    const points = []
    for (const title of [mill, park])
      points.push(
        await writeValidated(
          WrittenItem.parse({ ...of, title, decision: 'D’approuver le marché' }),
        ),
      )
    const startsAt = Temporal.Now.plainDateISO(timeZone).toZonedDateTime({
      timeZone,
      plainTime: '20:00',
    })
    const place = 'Maison communale, salle du Conseil'
    const plan = { organId: council?.id ?? '', startsAt: startsAt.toInstant(), place }
    const meeting = await planMeeting(plan)
    await presentMany(points, meeting)
    return meetingPath(await stepMeeting(meeting, { verb: 'freeze', comment: '' }))
  })
}

/** Asks to be told of what is published about a street, and confirms it by the link of the letter. */
async function subscribes(citizen: Person, letter: () => Promise<string>): Promise<void> {
  await citizen.goes('/decisions')
  await citizen.fills(/^Un mot, une rue/, 'Moulin')
  await citizen.presses('Chercher')
  await citizen.follows('Être averti des décisions')
  await citizen.fills('Votre adresse e-mail', zoe)
  await citizen.presses('M’envoyer le lien')
  await citizen.sees('Regardez dans votre boîte aux lettres')
  await citizen.goes(await letter())
  await citizen.sees('« Moulin »')
  await citizen.presses('Confirmer')
  await citizen.sees('C’est confirmé')
  await citizen.shows('alert-confirmed')
}

/** What leaves of the meeting is published, as it is shown. */
async function publishes(aline: Person, meeting: string): Promise<void> {
  await aline.goes(`${meeting}/publication`)
  await aline.confirms(/^Publier/)
  await aline.sees(/points sont publics/)
}

/** The council meets, and adopts what is on its agenda. */
async function decides(aline: Person, meeting: string): Promise<void> {
  await convokes(aline, meeting)
  await aline.goes(`${meeting}/attendance`)
  await answers(aline, 'Doyen', 'Excusé·e')
  await aline.presses('Enregistrer les présences')
  await aline.presses('Ouvrir la séance')
  await aline.goes(meeting)
  await aline.confirms('Adopter à l’unanimité ce qui reste')
  await aline.confirms('Clôturer la séance')
  await aline.sees('Clôturée')
}

journey(
  'a citizen is told of a project, then of what the council made of it, and reads both',
  async ({ town }) => {
    town.readsLetters()
    const meeting = await town.inside(frozen)
    const citizen = await town.visitor({
      ...{ withoutScripts: true, viewport: { width: 320, height: 720 } },
    })
    let read = 0
    /** The path of the first link of the letter that comes next. */
    const letter = async () => {
      read += 1
      await expect.poll(() => town.lettersTo(zoe), { timeout: 10_000 }).toHaveLength(read)
      const body = (await town.lettersTo(zoe)).at(-1) ?? ''
      return /https?:\/\/[^/\s]+(\/\S+)/.exec(body)?.[1] ?? ''
    }
    await subscribes(citizen, letter)

    const aline = await town.signIn('secretariat')
    await publishes(aline, meeting)
    await citizen.goes(await letter())
    expect(await citizen.title()).toContain(mill)
    expect(await citizen.words()).toContain('Ceci est un projet')
    await citizen.shows('alert-project')
    await citizen.page.emulateMedia({ media: 'print' })
    expect(await citizen.page.getByText('Ceci est un projet').first().isVisible()).toBe(true)
    await citizen.page.emulateMedia({ media: 'screen' })

    await decides(aline, meeting)
    await publishes(aline, meeting)
    await citizen.goes(await letter())
    expect(await citizen.title()).toContain(mill)
    const words = await citizen.words()
    expect(words).toContain('Adopté')
    expect(words).not.toContain('Ceci est un projet')
    await citizen.shows('alert-decision')
    await citizen.page.emulateMedia({ media: 'print' })
    expect(await citizen.page.locator('figure.votes').first().isVisible()).toBe(true)
    await citizen.page.emulateMedia({ media: 'screen' })
    await citizen.follows(/point suivant/i)
    expect(await citizen.title()).toContain(park)
    await citizen.follows(/ \d{4}$/)
    expect(await citizen.words()).toContain(mill)
    expect(await citizen.page.context().cookies()).toEqual([])
  },
)
