import { expect } from 'vitest'
import type { Person } from './person.ts'
import { journey } from './town.ts'

const form = '/deliberations/items/new'
const title = 'Bancs de la place du Beffroi'

/** Waits until what was typed is kept. */
const isKept = (who: Person) => who.page.locator('[data-draft-line][data-state=kept]').waitFor()

const titleOf = (who: Person) => who.page.getByLabel('Intitulé').inputValue()

/** The editor of the motivation. */
const editor = (who: Person) => who.page.getByRole('textbox', { name: 'Motivation' })

journey(
  'what is typed is kept after some seconds, and is there after a crash and on another device (T4)',
  async ({ town }) => {
    const tom = await town.signIn('agent')
    await tom.goes(form)
    await tom.fills('Intitulé', title)
    await editor(tom).fill('Considérant que six bancs sont usés')
    await isKept(tom)
    expect(await tom.words('[data-draft-line]')).toMatch(
      /Brouillon gardé à .*, personne d’autre ne le voit/,
    )
    expect(await tom.words('[data-draft-says]')).toMatch(/Brouillon gardé/)
    await tom.shows('draft-kept')

    // Elsewhere, as after a crash.
    const again = await town.signIn('agent', { viewport: { width: 390, height: 844 } })
    await again.goes(form)
    await again.sees('repris ici')
    expect(await titleOf(again)).toBe(title)
    expect(await editor(again).innerText()).toContain('six bancs sont usés')
    await again.shows('draft-found-390')

    // The first tab is behind once the second has typed.
    await again.fills('Intitulé', `${title}, deuxième`)
    await isKept(again)
    await tom.fills('Intitulé', `${title}, premier`)
    await tom.sees('Rien n’a été écrasé')
    await tom.shows('draft-of-another-tab')
    await tom.button('Garder celui de cet onglet').click()
    await isKept(tom)
    await tom.presses('Enregistrer')
    expect(await tom.title()).toBe(`${title}, premier`)
    await tom.goes(form)
    expect(await titleOf(tom)).toBe('')
  },
)

journey('a session that ends while one types loses nothing (T4)', async ({ town }) => {
  const tom = await town.signIn('agent')
  await tom.goes(form)
  await tom.fills('Intitulé', title)
  await town.endsSessions()
  await tom.button('Enregistrer').first().click()
  const dialog = tom.page.locator('#sign-in-again')
  await dialog.getByLabel('Identifiant').waitFor()
  await tom.arrives()
  await tom.shows('session-over')

  // Somebody else, who signs in here, cannot save what was typed under another name.
  await dialog.getByLabel('Identifiant').fill('head')
  await dialog.getByLabel('Mot de passe').fill('beffroi')
  await dialog.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await tom.sees('Seule celle qui a tapé ce texte peut l’enregistrer')
  await dialog.getByLabel('Identifiant').fill('agent')
  await dialog.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await titleOf(tom)).toBe(title)
  await tom.presses('Enregistrer')
  expect(await tom.title()).toBe(title)
})

journey('a link and the closing of the tab lose nothing that is typed (T4)', async ({ town }) => {
  const tom = await town.signIn('agent')
  await tom.goes(form)
  await tom.fills('Intitulé', title)
  // Not kept yet: the browser asks before it reloads.
  const asked = tom.page.waitForEvent('dialog')
  void tom.page.evaluate(() => location.reload())
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  // A link keeps it first.
  await tom.fills('Intitulé', `${title} 2`)
  await tom.follows('À traiter')
  await tom.goes(form)
  expect(await titleOf(tom)).toBe(`${title} 2`)

  // Where it cannot be kept, one is asked.
  await tom.page.route('**/api/drafts', (route) => route.abort())
  await tom.fills('Intitulé', `${title} 3`)
  await tom.page.getByRole('link', { name: 'À traiter' }).first().click()
  await tom.page.getByRole('alertdialog').getByText('n’est pas gardé').waitFor()
  await tom.page.getByRole('alertdialog').getByRole('button', { name: 'Annuler' }).click()
  expect(await titleOf(tom)).toBe(`${title} 3`)
  await tom.page.unroute('**/api/drafts')

  // Discarding asks, and gives the form as it was.
  await tom.goes(form)
  await tom.confirms('Écarter le brouillon')
  expect(await titleOf(tom)).toBe('')
})

journey('without scripts a button keeps what is typed', async ({ town }) => {
  const tom = await town.signIn('agent', { withoutScripts: true })
  await tom.goes(form)
  await tom.fills('Intitulé', title)
  await tom.presses('Garder comme brouillon')
  await tom.sees('Le brouillon est gardé')
  expect(await titleOf(tom)).toBe(title)
  await tom.presses('Enregistrer')
  expect(await tom.title()).toBe(title)
})
