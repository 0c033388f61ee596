import { expect } from 'vitest'
import { convokes } from './meeting.ts'
import type { Person } from './person.ts'
import { journey } from './town.ts'

const addressOf = ({ page }: Person) => new URL(page.url()).pathname

/** A council of today that sits on one point, which is voted in secret. */
async function sitting(aline: Person): Promise<string> {
  await aline.goes('/deliberations/meetings/new')
  await aline.chooses('Organe', 'Conseil communal')
  const day = await aline.page.evaluate(() => new Date().toLocaleDateString('sv-SE'))
  await aline.fills('Date et heure', `${day}T00:10`)
  await aline.presses('Fixer une séance')
  const meeting = addressOf(aline)
  await aline.follows('Disponibles')
  await aline.presses('Présenter', aline.line('Réfection de la rue du Moulin'))
  await aline.goes(meeting)
  await aline.follows(/Réfection de la rue du Moulin/)
  const item = addressOf(aline)
  await aline.goes(`${item}/edit`)
  // It stands in a part of the form that is folded.
  await aline.page.locator('[name="poll_type"][value="secret"]').evaluate((radio) => {
    if (radio instanceof HTMLInputElement) radio.checked = true
  })
  await aline.presses(/^Enregistrer/)
  await aline.goes(meeting)
  await aline.confirms('Arrêter l’ordre du jour')
  await convokes(aline, meeting)
  await aline.goes(`${meeting}/attendance`)
  await aline.presses('Enregistrer les présences')
  await aline.presses('Ouvrir la séance')
  return meeting
}

/** Chooses, looks again, and puts it into the box. */
async function votes(who: Person, choice: string): Promise<string> {
  await who.page.getByLabel(choice, { exact: true }).check()
  await who.button('Mettre dans l’urne').click()
  await who.sees(`Vous votez\u00A0: ${choice}`)
  await who.button('Mettre dans l’urne').click()
  await who.sees('Votre bulletin est dans l’urne')
  return /[0-9A-Z]{4}-[0-9A-Z]{4}(?=\. Notez)/.exec(await who.words())?.[0] ?? ''
}

journey(
  'a council votes in secret: on a tablet, on a telephone and on paper, counted by the device that opened the box',
  async ({ town }) => {
    const aline = await town.signIn('secretariat')
    const meeting = await sitting(aline)
    const size = (width: number, height: number) => ({ viewport: { width, height } })
    const mayor = await town.signIn('mayor', size(820, 1180))
    const hugo = await town.signIn('councillor', size(390, 844))
    for (const one of [mayor, hugo, aline]) await one.goes(`${meeting}/live`)
    await mayor.presses('Appeler le premier point')
    await aline.goes(`${meeting}/live`)
    await aline.presses('Ouvrir le scrutin secret sur les écrans')
    await aline.sees('Le vote est ouvert sur les écrans.')
    for (const one of [mayor, hugo]) await one.sees('Votre bulletin secret')
    for (const one of [mayor, hugo]) await one.button('Mettre dans l’urne').waitFor()
    await aline.sees('Aucun bulletin dans l’urne, 2 remis')
    // The fingerprint that devices reckon is the one of the house.
    const marks = async (who: Person) =>
      new Set((await who.words()).match(/(?<=scrutin\s: )\S{9}/g))
    expect([...(await marks(hugo))]).toEqual([...(await marks(aline))])
    for (const one of [mayor, hugo]) await one.arrives()

    const cookies: string[] = []
    hugo.page.on('request', (asked) => {
      if (asked.url().endsWith('/ballot-box'))
        void asked.allHeaders().then((all) => cookies.push(all['cookie'] ?? 'none'))
    })
    await hugo.shows('secret-telephone')
    const number = await votes(hugo, 'Contre')
    await mayor.sees('1 bulletin dans l’urne, 2 remis')
    await votes(mayor, 'Pour')
    expect(cookies).toEqual(['none'])
    await mayor.shows('secret-tablet')
    // It is in: neither a reload nor another look lets vote once more.
    await hugo.goes(`${meeting}/live`)
    await hugo.sees(`Son numéro\u00A0: ${number}`)

    await aline.sees('2 bulletins dans l’urne, 2 remis')
    // The device that opened the vote has its key, before anybody looks for it.
    expect(await aline.page.getByLabel(/^Clé de l’urne/).inputValue()).not.toBe('')
    await aline.fills('Pour, sur papier', '5')
    await aline.fills('Blancs, sur papier', '1')
    await aline.shows('secret-secretary')
    await aline.presses('Dépouiller')
    for (const one of [aline, mayor, hugo]) await one.sees(/Bulletins comptés/)
    await hugo.goes(`${meeting}/live`)
    await hugo.sees(`Le numéro de votre bulletin, ${number}, est dans la liste.`)
    await hugo.sees(/6 voix pour/)
    await hugo.arrives()
    await hugo.shows('secret-counted')
  },
)
