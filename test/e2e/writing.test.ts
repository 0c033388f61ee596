import { expect } from 'vitest'
import { agendaOn } from './meeting.ts'
import { journey } from './town.ts'

const title = 'Éclairage de la rue du Lavoir'

journey(
  'a point goes from the agent who writes it to its place on the agenda',
  async ({ town }) => {
    const tom = await town.signIn('agent')
    await tom.follows('Délibérations')
    await tom.follows('Points')
    await tom.follows('Écrire un point')
    await tom.fills('Intitulé', title)
    await tom.chooses('Organe', 'Conseil communal')
    await tom.chooses('Catégorie', 'Travaux')
    const motivation = tom.page.getByRole('textbox', { name: 'Motivation' })
    const tool = (name: string) => tom.page.getByRole('button', { name }).first()
    await motivation.click()
    await tom.page.keyboard.type('Considérant que ')
    await tool('Gras').click()
    await tom.page.keyboard.type('douze lampes')
    await tool('Gras').click()
    await tom.page.keyboard.type(' sont éteintes :')
    await tom.page.keyboard.press('Enter')
    await tool('Liste à puces').click()
    await tom.page.keyboard.type('rue du Lavoir')
    await tom.page.keyboard.press('Enter')
    await tom.page.keyboard.type('place du Beffroi')
    await tom.page.keyboard.press('Enter')
    await tom.page.keyboard.press('Enter')
    await tool('Tableau').click()
    for (const heading of ['Lampe', 'Rue', 'Depuis']) {
      await tom.page.keyboard.type(heading)
      await tom.page.keyboard.press('ArrowRight')
    }
    await tom.shows('point-being-written')
    await tom.presses('Enregistrer')
    expect(await tom.title()).toBe(title)
    const act = tom.page.locator('.act').first()
    expect(await act.locator('strong').innerText()).toBe('douze lampes')
    expect(await act.locator('ul > li').allInnerTexts()).toEqual([
      'rue du Lavoir',
      'place du Beffroi',
    ])
    expect(await act.locator('table tr').count()).toBe(3)

    const plan = {
      name: 'plan.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('lampe;rue\n1;Lavoir\n'),
    }
    await tom.page.getByLabel('Ajouter des fichiers').setInputFiles(plan)
    await tom.presses('Ajouter des fichiers')
    await tom.sees('plan')
    await tom.presses('Proposer')

    const nadia = await town.signIn('head')
    await nadia.follows(title)
    await nadia.presses('Valider et transmettre')
    const paul = await town.signIn('dg')
    await paul.follows(title)
    await paul.presses('Valider')

    const aline = await town.signIn('secretariat')
    await aline.follows('Délibérations')
    await aline.follows(/jeudi/i)
    await aline.follows('Disponibles')
    for (const point of ['Réfection de la rue du Moulin', 'Zone 30', title])
      await aline.presses('Présenter', aline.line(point))
    await aline.sees('Le point est inscrit sous le numéro 2.')
    await aline.follows(
      'Points',
      aline.page.getByRole('navigation', { name: 'Volets de la séance' }),
    )
    expect(await agendaOn(aline)).toEqual(['Réfection de la', 'Éclairage de la', 'Zone 30 aux'])
    await aline.shows('agenda')
  },
)

journey(
  'who saves second sees what the other changed, and overwrites nothing',
  async ({ town }) => {
    const shelter = 'Aménagement d’un abri pour vélos à la gare'
    const tom = await town.signIn('agent')
    const nadia = await town.signIn('head')
    for (const person of [tom, nadia]) {
      await person.goes('/deliberations/items')
      await person.follows(shelter)
      await person.follows('Modifier')
    }
    await nadia.fills('Intitulé', 'Abri couvert pour vélos')
    await nadia.fills('Décision', 'Vingt places.')
    await nadia.presses('Enregistrer')
    await tom.fills('Décision', 'Trente places.')
    await tom.presses('Enregistrer')
    await tom.sees('Nadia Corbeau a modifié ce dossier pendant que vous écriviez.')
    await tom.page.locator('summary', { hasText: 'Version enregistrée' }).click()
    await tom.sees('Vingt places.')
    expect(await tom.page.getByLabel('Intitulé').inputValue()).toBe(shelter)
    expect(await tom.page.getByRole('textbox', { name: 'Décision' }).innerText()).toBe(
      'Trente places.',
    )
    await nadia.goes(new URL(nadia.page.url()).pathname)
    expect(await nadia.title()).toBe('Abri couvert pour vélos')
    expect(await nadia.words()).toContain('Vingt places.')
    await tom.shows('stale-form')
    await tom.presses('Enregistrer')
    expect(await tom.words()).toContain('Trente places.')
  },
)
