import { expect } from 'vitest'
import { timeZone } from '#kernel/i18n'
import { agendaOn, answers, moveOf } from './meeting.ts'
import { journey } from './town.ts'

const title = 'Bancs de la place du Beffroi'
const paragraphs = [
  'Considérant que six bancs sont usés ;',
  'Considérant que le bois est certifié ;',
]

const withoutScripts = { withoutScripts: true }

journey(
  'a point is written, sent back, and voted down by a tie, all without scripts',
  async ({ town }) => {
    const tom = await town.signIn('agent', withoutScripts)
    await tom.goes('/deliberations/items/new')
    await tom.fills('Motivation', paragraphs.join('\n\n'))
    await tom.presses('Enregistrer')
    expect(await tom.words('.error-summary')).toContain('Cette réponse est nécessaire.')
    expect(await tom.page.getByLabel('Motivation').inputValue()).toContain('six bancs')
    await tom.fills('Intitulé', title)
    await tom.chooses('Catégorie', 'Finances')
    await tom.presses('Enregistrer')
    expect(await tom.page.locator('.act > p').allInnerTexts()).toEqual(paragraphs)
    await tom.presses('Proposer au chef de service')

    const nadia = await town.signIn('head', withoutScripts)
    await nadia.follows(title)
    await nadia.fills('Pourquoi', 'Combien coûtent-ils ?')
    await nadia.presses('Renvoyer au service', nadia.page.locator('#send_back'))
    await tom.goes('/inbox')
    await tom.follows(title)
    await tom.sees('Combien coûtent-ils ?')
    await tom.presses('Proposer au chef de service')
    await nadia.goes('/inbox')
    await nadia.follows(title)
    await nadia.presses('Transmettre au directeur général')
    const paul = await town.signIn('dg', withoutScripts)
    await paul.follows(title)
    await paul.presses('Valider')

    const aline = await town.signIn('secretariat', withoutScripts)
    await aline.follows('Délibérations')
    await aline.follows('Fixer une séance')
    await aline.chooses('Organe', 'Conseil communal')
    const yesterday = Temporal.Now.plainDateISO(timeZone).subtract({ days: 1 })
    await aline.fills('Date et heure', `${yesterday}T20:00`)
    await aline.presses('Fixer une séance')
    const meeting = aline.page.url()
    await aline.follows('Disponibles')
    await aline.presses(
      'Présenter',
      aline.page.getByRole('listitem').filter({ hasText: 'Zone 30' }),
    )
    await aline.goes('/inbox')
    await aline.follows(title)
    await aline.chooses('Séance', new RegExp(String(yesterday.year)))
    await aline.presses('Présenter')
    expect(await agendaOn(aline)).toEqual(
      [title, /Zone 30/].map((one) => expect.stringMatching(one)),
    )
    await moveOf(aline, title, 'Descendre')
    expect(await agendaOn(aline)).toEqual([expect.stringMatching(/Zone 30/), title])
    await moveOf(aline, title, 'Monter')
    expect((await agendaOn(aline))[0]).toBe(title)
    await aline.presses('Arrêter l’ordre du jour')
    await aline.follows('Présences')
    await answers(aline, 'Doyen', 'Excusé·e')
    await answers(aline, 'Estève', 'Absent·e')
    await aline.presses('Enregistrer les présences')
    await aline.sees('8 présents sur 10 en fonction')
    await aline.presses('Ouvrir la séance')

    await aline.goes(meeting)
    await aline.follows(title)
    await aline.follows('Voter')
    for (const name of ['Aubrive', 'Brémont', 'Castellan', 'Montfort'])
      await answers(aline, name, 'Contre')
    await aline.presses('Enregistrer le vote')
    expect(await aline.button(/^Accepter/).count()).toBe(0)
    await aline.presses('Refuser')
    await aline.sees('Point 1 : Refusé.')
    expect(await aline.title()).toContain('Zone 30')
    await aline.presses('Unanimité')
    expect(await aline.page.locator('.outline-end .badge').allInnerTexts()).toEqual([
      'Refusé',
      'Accepté',
    ])
    await aline.presses('Clôturer la séance')
    await aline.sees('Clôturée')
  },
)
