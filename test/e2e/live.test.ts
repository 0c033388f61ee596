import { expect } from 'vitest'
import { convokes } from './meeting.ts'
import type { Person } from './person.ts'
import { journey, type Town } from './town.ts'

const addressOf = ({ page }: Person) => new URL(page.url()).pathname

/** Calls the API from the page on which somebody is. */
const api = <T>(who: Person, method: string, path: string, body?: object): Promise<T> =>
  who.page.evaluate(
    async ([verb, address, sent]) => {
      const answer = await fetch(`/api${address}`, {
        method: verb,
        headers: { 'content-type': 'application/json' },
        body: sent,
      })
      return answer.status === 204 ? null : answer.json()
    },
    [method, path, body ? JSON.stringify(body) : null] as const,
  )

/** A council of today whose agenda bears one point, before it is opened. */
async function convened(aline: Person): Promise<string> {
  await aline.goes('/deliberations/meetings/new')
  await aline.chooses('Organe', 'Conseil communal')
  const day = await aline.page.evaluate(() => new Date().toLocaleDateString('sv-SE'))
  await aline.fills('Date et heure', `${day}T00:10`)
  await aline.presses('Fixer une séance')
  const meeting = addressOf(aline)
  await aline.follows('Disponibles')
  await aline.presses('Présenter', aline.line('Réfection de la rue du Moulin'))
  await aline.goes(meeting)
  await aline.confirms('Arrêter l’ordre du jour')
  await convokes(aline, meeting)
  return meeting
}

/** The secretary, who presides, a member on a tablet and one on a telephone, and the room: each with a browser of their own. */
async function screens(town: Town, meeting: string) {
  const size = (width: number, height: number) => ({ viewport: { width, height } })
  const mayor = await town.signIn('mayor', size(820, 1180))
  const hugo = await town.signIn('councillor', size(390, 844))
  const room = await town.signIn('dg', size(1440, 900))
  for (const one of [mayor, hugo]) await one.goes(`${meeting}/live`)
  await room.goes(`${meeting}/live/room`)
  return { mayor, hugo, room }
}

/** Those without a screen say it aloud; what the secretary notes of the first stands for how the others are. */
async function restVotesAloud(aline: Person, meeting: string): Promise<void> {
  await aline.chooses('Membre', /Aubrive/)
  await aline.chooses('Vote', 'Abstention')
  await aline.presses('Noter')
  const { vote } = await api<{ vote: { id: string; waiting: string[] } }>(
    aline,
    'GET',
    `${meeting}/live`,
  )
  const path = `${meeting}/live/votes/${vote.id}/aloud`
  for (const seat_id of vote.waiting) await api(aline, 'POST', path, { seat_id, choice: 'yes' })
}

journey(
  'a council sits on five screens: opened, called, voted on tablets with a line that breaks, closed, and read by all',
  async ({ town }) => {
    const aline = await town.signIn('secretariat')
    const meeting = await convened(aline)
    const { mayor, hugo, room } = await screens(town, meeting)
    await hugo.sees('Pas encore ouverte')

    await aline.goes(`${meeting}/attendance`)
    await aline.presses('Enregistrer les présences')
    await aline.presses('Ouvrir la séance')
    for (const one of [mayor, hugo, room]) await one.sees(/10 présents sur 10 en fonction/)

    await mayor.presses('Appeler le premier point')
    for (const one of [hugo, room]) await one.sees('1. Réfection de la rue du Moulin')
    await aline.goes(`${meeting}/live`)
    await aline.presses('Ouvrir le vote sur les écrans')
    await aline.sees('Le vote est ouvert sur les écrans.')
    await aline.shows('live-secretary')
    for (const one of [mayor, hugo]) await one.sees('Vous n’avez pas encore voté.')
    await room.sees('0 bulletin rendu sur 10')
    for (const one of [hugo, room]) await one.arrives()

    // What the secretary began to note stays while others vote.
    await aline.page.getByText('Noter un vote à haute voix').click()
    await aline.chooses('Membre', /Castellan/)
    // By keyboard, on a tablet.
    await mayor.button('Pour').focus()
    await mayor.moves(() => mayor.page.keyboard.press('Enter'))
    await mayor.sees(/Vous votez\s: Pour/)
    await room.sees('1 bulletin rendu sur 10')
    expect(await room.words()).not.toContain('Pour')
    await aline.sees('1 bulletin rendu sur 10')
    const noted = aline.page.getByRole('combobox', { name: 'Membre' }).locator('option:checked')
    expect(await noted.textContent()).toContain('Castellan')
    await mayor.shows('live-tablet')

    // The line of a telephone breaks: what was pressed there waits, and goes when it is back.
    let kept = ''
    await hugo.withoutLine(async () => {
      await hugo.button('Contre').click()
      await hugo.sees('Ce que vous avez envoyé est gardé ici')
      kept = await hugo.page.evaluate(() => sessionStorage.getItem('kept-acts') ?? '')
      await hugo.shows('live-line-down')
    })
    await hugo.sees(/Vous votez\s: Contre/)
    for (const one of [room, mayor]) await one.sees('2 bulletins rendus sur 10')
    // What others do takes neither the outcome of one's own act away nor the focus.
    await mayor.sees('Votre bulletin est rendu.')
    expect(await mayor.page.locator('.flashes').evaluate((one) => one.matches(':focus'))).toBe(true)
    await hugo.goes(`${meeting}/live`)
    await hugo.sees(/Vous votez\s: Contre/)
    await hugo.shows('live-telephone')
    // What somebody else left in a tab is not sent by who looks at it next.
    await mayor.page.evaluate((left) => sessionStorage.setItem('kept-acts', left), kept)
    await mayor.goes(`${meeting}/live`)
    await mayor.sees(/Vous votez\s: Pour/)
    expect(await mayor.page.locator('[data-live="kept"]').isHidden()).toBe(true)

    await restVotesAloud(aline, meeting)
    await room.sees('10 bulletins rendus sur 10')
    await room.shows('live-room')
    await aline.presses('Clore le vote')
    for (const one of [aline, mayor, hugo, room])
      await one.sees(/Par 8 voix pour, une voix contre et une abstention/)
    for (const one of [mayor, hugo, room]) await one.arrives()
    await room.shows('live-room-result')

    await aline.follows('Voter à main levée, amendements, décision')
    await aline.presses(/^Accepter$/)
    for (const one of [mayor, hugo, room]) await one.sees('Décidé')
  },
)
