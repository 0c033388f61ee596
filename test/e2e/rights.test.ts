import { expect } from 'vitest'
import type { Person } from './person.ts'
import { journey } from './town.ts'

const draft = 'Aménagement d’un abri pour vélos à la gare'

/** The address of a point that its service is still writing. */
async function addressOfDraft(tom: Person): Promise<string> {
  await tom.goes('/deliberations/items')
  await tom.follows(draft)
  return new URL(tom.page.url()).pathname
}

journey('a councillor is offered nothing that they may not do', async ({ town }) => {
  const address = await addressOfDraft(await town.signIn('agent'))
  const hugo = await town.signIn('councillor')
  for (const path of ['/deliberations', '/deliberations/items']) {
    await hugo.goes(path)
    for (const name of ['Fixer une séance', 'Écrire un point', 'Importer'])
      expect(await hugo.page.getByRole('link', { name }).count()).toBe(0)
    expect(await hugo.words()).not.toContain(draft)
  }
  expect(await hugo.goes('/deliberations/items/new')).toBe(403)
  expect(await hugo.title()).toBe('Accès refusé')
  expect(await hugo.goes('/deliberations/meetings/new')).toBe(403)
  expect(await hugo.goes('/deliberations/import')).toBe(403)
  expect(await hugo.goes(address)).toBe(404)
  expect(await hugo.title()).toBe('Page introuvable')
  expect(await hugo.goes(`${address}/edit`)).toBe(404)
  await hugo.follows('Retour à l’accueil')
  expect(await hugo.title()).toBe('À traiter')
})

journey('the welfare centre next door knows no dossier of the municipality', async ({ town }) => {
  const address = await addressOfDraft(await town.signIn('agent'))
  const centre = town.neighbour('cpas-beauval')
  const visitor = await centre.signIn('dg')
  expect(await visitor.goes(address)).toBe(404)
  await visitor.goes('/search?q=vélos')
  await visitor.sees('Rien ne correspond')
  await visitor.goes('/deliberations/items')
  await visitor.sees('Aucun point ne correspond.')
})

journey(
  'a session opens with the right password and ends when its person says so',
  async ({ town }) => {
    const somebody = await town.visitor()
    await somebody.goes('/deliberations')
    await somebody.signsIn('secretariat', 'beffroy')
    await somebody.sees('Identifiant ou mot de passe incorrect.')
    expect(await somebody.page.getByLabel('Identifiant').inputValue()).toBe('secretariat')
    await somebody.signsIn('secretariat')
    expect(await somebody.title()).toBe('Délibérations')
    const before = await somebody.page.context().cookies()
    await somebody.page.getByText('Aline Ferrier').click()
    await somebody.presses('Se déconnecter')
    await somebody.sees('Vous êtes déconnecté·e.')
    await somebody.moves(() => somebody.page.goBack())
    expect(await somebody.title()).toBe('Se connecter')
    await somebody.page.context().addCookies(before)
    await somebody.goes('/deliberations')
    expect(await somebody.title()).toBe('Se connecter')
  },
)
