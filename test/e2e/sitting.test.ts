import { readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { projectRoot } from '#kernel/config'
import { read } from '../../src/commons/documents/test/pdf.ts'
import { agendaOn, answers, drags, movesByKeyboard } from './meeting.ts'
import type { Person } from './person.ts'
import { journey } from './town.ts'

const sample = join(projectRoot, 'src/modules/plonemeeting/sample')

/** What PloneMeeting gave of a meeting becomes a meeting here. */
async function imports(aline: Person): Promise<void> {
  await aline.follows('Délibérations')
  await aline.follows('Importer')
  await aline.page.getByLabel('Fichiers').setInputFiles(globSync(join(sample, '*')))
  await aline.presses('Voir ce qui sera importé')
  expect(await aline.words('.head')).toContain('12 points à créer · 2 annexes · rien de refusé')
  await aline.presses('Créer tout ce qui manque')
  // It is held here: what was written of it elsewhere is a plan.
  await aline.page.getByLabel('Reprendre la séance telle qu’elle a été tenue').uncheck()
  await aline.shows('import')
  await aline.presses('Importer')
  await aline.sees('La séance est importée : 12 points, 2 annexes.')
}

async function ordersTheAgenda(aline: Person): Promise<void> {
  const first = async () => (await agendaOn(aline)).slice(0, 3)
  expect(await first()).toEqual([
    'Procès-verbal de la',
    'Modification budgétaire n°',
    'Règlement d’occupation de',
  ])
  await movesByKeyboard(aline, 'Modification budgétaire', 1)
  expect(await first()).toEqual([
    'Procès-verbal de la',
    'Règlement d’occupation de',
    'Modification budgétaire n°',
  ])
  await drags(aline, 'Modification budgétaire', 'Règlement d’occupation')
  expect(await first()).toEqual([
    'Procès-verbal de la',
    'Modification budgétaire n°',
    'Règlement d’occupation de',
  ])
  await aline.confirms('Arrêter l’ordre du jour')
  await aline.sees(/séance n°\s\d+\sde\s2026/)
  await aline.shows('agenda-frozen')
}

async function opensTheSitting(aline: Person): Promise<void> {
  await aline.follows('Présences')
  await answers(aline, 'Doyen', 'Excusé·e')
  await answers(aline, 'Estève', 'Absent·e')
  await aline.shows('attendance')
  await aline.presses('Enregistrer les présences')
  await aline.sees('8 présents sur 10 en fonction')
  await aline.presses('Ouvrir la séance')
}

/** The sitting began when it did, was suspended, and somebody is away for one point. */
async function notesItsCourse(aline: Person): Promise<void> {
  const meeting = meetingOf(aline)
  await aline.goes(`${meeting}/attendance`)
  await opens(aline, 'Corriger les heures')
  await aline.fills('Ouverture', '20:00')
  await aline.presses('Enregistrer les heures')
  await opens(aline, 'Suspendre la séance')
  await aline.chooses('Point', /^4\./)
  await aline.fills('Suspendue à', '20:30')
  await aline.fills('Reprise à', '20:40')
  await aline.fills('Pourquoi', 'concertation des groupes')
  await aline.presses('Noter')
  await aline.sees(/suspendue de 20\sh\s30 à 20\sh\s40/)
  await aline.follows('Présences par point')
  await aline.button(/Castellan, point 4/).focus()
  await aline.moves(() => aline.page.keyboard.press('Space'))
  expect(await aline.button(/Castellan, point 4.*Absent/).count()).toBe(1)
  expect(await aline.button(/Castellan, point 5.*Présent/).count()).toBe(1)
  await aline.shows('grid')
  await aline.goes(meeting)
}

const opens = (aline: Person, what: string) =>
  aline.page.locator('summary').filter({ hasText: what }).first().click()

async function decidesEachPoint(aline: Person): Promise<void> {
  await notesItsCourse(aline)
  await aline.follows(/Modification budgétaire/)
  await aline.follows('Voter')
  for (const name of ['Aubrive', 'Brémont', 'Castellan', 'Falleur'])
    await answers(aline, name, 'Contre')
  await aline.presses('Enregistrer le vote')
  await aline.shows('tie')
  expect(await aline.button(/^Accepter/).count()).toBe(0)
  await aline.presses('Refuser')
  expect(await aline.title()).toContain('Règlement d’occupation')
  await aline.presses('Unanimité')
  await aline.sees('Le point est accepté à l’unanimité.')
  await aline.follows(/^Conseil communal du lundi 15 juin 2026/)
  await aline.follows(/Motion pour le maintien/)
  await aline.follows('Voter')
  await aline.presses('Tous les membres présents')
  await aline.sees('L’urgence est déclarée par 8 membres présents')
  await aline.follows(/^Conseil communal du lundi 15 juin 2026/)
  await aline.confirms('Adopter à l’unanimité ce qui reste')
  await aline.follows(/Nomination/)
  await aline.follows('Voter')
  for (const title of ['Nomination', 'Mise en disponibilité']) {
    expect(await aline.title()).toContain(title)
    if (title === 'Mise en disponibilité') await aline.presses('Tous les membres présents')
    await aline.fills('Pour', '7')
    await aline.fills('Blancs', '1')
    await aline.presses('Enregistrer le vote')
    await aline.presses(/^Accepter$/)
  }
}

const meetingOf = ({ page }: Person) => new URL(page.url()).pathname.replace(/\/attendance$/, '')

journey(
  'an imported meeting is held, closed, and written down in its minutes',
  async ({ town }) => {
    const aline = await town.signIn('secretariat')
    await imports(aline)
    await ordersTheAgenda(aline)
    await opensTheSitting(aline)
    await decidesEachPoint(aline)
    await aline.shows('decided')
    await aline.confirms('Clôturer la séance')
    await aline.sees('Clôturée')
    await aline.follows(/^Documents/)
    await aline.presses('Établir le procès-verbal')
    const link = aline.page.getByRole('link', { name: 'Procès-verbal', exact: true })
    await link.waitFor()
    await aline.arrives()
    await aline.shows('documents')
    const [download] = await Promise.all([aline.page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('proces-verbal-2026-06-15.pdf')
    const minutes = await read(new Uint8Array(await readFile(await download.path())))
    expect(minutes).toMatchObject({ marked: true, language: 'fr-BE' })
    expect(minutes.title).toContain('Conseil communal du lundi 15 juin 2026')
    const words = minutes.pages.join(' ').replaceAll(/\s+/g, ' ')
    expect(words).toContain('Modification budgétaire n° 1 de l’exercice 2026 : arrêt')
    expect(words).toContain('Nomination à titre définitif d’une cheffe de bureau administrative')
    expect(words).toContain('L’urgence est déclarée par 8 membres présents')
    expect(words).toContain('La séance est suspendue de 20 h 30 à 20 h 40')
    expect(words).toContain('Castellan quitte la séance.')
    expect(words).toContain(
      'Par 4 voix pour et 4 voix contre, les voix étant partagées, la proposition est rejetée.',
    )
  },
)
