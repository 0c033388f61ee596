import { expect } from 'vitest'
import { timeZone } from '#kernel/i18n'
import { agendaOn, answers, convokes, moves } from './meeting.ts'
import { journey } from './town.ts'

const withoutScripts = { withoutScripts: true }

const title = 'Bancs de la place du Beffroi'
const paragraphs = [
  'Considérant que six bancs sont usés ;',
  'Considérant que le bois est certifié ;',
]

journey('a point is written, sent back and validated without scripts', async ({ town }) => {
  const tom = await town.signIn('agent', withoutScripts)
  await tom.goes('/deliberations/items/new')
  await tom.fills('Motivation', paragraphs.join('\n\n'))
  await tom.presses('Enregistrer')
  expect(await tom.words('.error-summary')).toContain('Cette réponse est nécessaire.')
  expect(await tom.page.getByLabel('Motivation').inputValue()).toBe(paragraphs.join('\n\n'))
  await tom.fills('Intitulé', title)
  await tom.chooses('Catégorie', 'Finances')
  await tom.presses('Enregistrer')
  expect(await tom.page.locator('.act > p').allInnerTexts()).toEqual(paragraphs)
  await tom.presses('Proposer')

  const nadia = await town.signIn('head', withoutScripts)
  await nadia.follows(title)
  await nadia.page.locator('#send_back').getByLabel('Pourquoi').fill('Combien coûtent-ils ?')
  await nadia.presses('Renvoyer au service', nadia.page.locator('#send_back'))
  await tom.goes('/inbox')
  await tom.follows(title)
  await tom.sees('Combien coûtent-ils ?')
  await tom.presses('Proposer')
  await nadia.goes('/inbox')
  await nadia.follows(title)
  await nadia.presses('Valider et transmettre')
  const paul = await town.signIn('dg', withoutScripts)
  await paul.follows(title)
  await paul.presses('Valider')
  const aline = await town.signIn('secretariat', withoutScripts)
  expect(await aline.words()).toContain(title)
})

const moulin = 'Réfection de la rue du Moulin'
const zone30 = 'Zone 30 aux abords'

journey('a meeting is held from its planning to its closing without scripts', async ({ town }) => {
  const aline = await town.signIn('secretariat', withoutScripts)
  await aline.follows('Délibérations')
  await aline.follows('Fixer une séance')
  await aline.chooses('Organe', 'Conseil communal')
  const today = Temporal.Now.plainDateISO(timeZone)
  await aline.fills('Date et heure', `${today.toString()}T20:00`)
  await aline.presses('Fixer une séance')
  const meeting = new URL(aline.page.url()).pathname
  await aline.follows('Disponibles')
  await aline.presses('Présenter', aline.line(zone30))
  await aline.goes('/inbox')
  await aline.follows(moulin)
  await aline.presses('Présenter')
  expect(await agendaOn(aline)).toEqual(['Réfection de la', 'Zone 30 aux'])
  await moves(aline, moulin, 'Descendre')
  await aline.sees('Le point porte maintenant le numéro 2')
  expect(await agendaOn(aline)).toEqual(['Zone 30 aux', 'Réfection de la'])
  await moves(aline, moulin, 'Monter')
  expect(await agendaOn(aline)).toEqual(['Réfection de la', 'Zone 30 aux'])

  await aline.agrees('Arrêter l’ordre du jour')
  await convokes(aline, meeting)
  await aline.goes(meeting)
  await aline.follows('Présences')
  await answers(aline, 'Doyen', 'Excusé·e')
  await answers(aline, 'Estève', 'Absent·e')
  await aline.presses('Enregistrer les présences')
  await aline.sees('8 présents sur 10 en fonction')
  await aline.presses('Ouvrir la séance')
  await aline.goes(meeting)
  await aline.follows(moulin)
  await aline.follows('Voter')
  for (const name of ['Aubrive', 'Brémont', 'Castellan', 'Montfort'])
    await answers(aline, name, 'Contre')
  await aline.presses('Enregistrer le vote')
  expect(await aline.button(/^Accepter/).count()).toBe(0)
  await aline.presses('Refuser')
  await aline.sees('Point 1 : Refusé.')
  expect(await aline.title()).toContain(zone30)
  await aline.presses('Unanimité')
  const states = aline.page.locator('.outline-end .badge')
  expect(await states.allInnerTexts()).toEqual(['Refusé', 'Accepté'])
  await aline.agrees('Clôturer la séance')
  await aline.sees('Clôturée')
})
