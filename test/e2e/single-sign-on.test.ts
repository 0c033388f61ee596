import { expect } from 'vitest'
import { journey } from './town.ts'

journey(
  'an agent comes in by the provider, without scripts and without a password, and leaves both',
  async ({ town }) => {
    await town.hasProvider()
    const tom = await town.visitor({ withoutScripts: true })
    await tom.goes('/inbox')
    await tom.shows('sign-in-with-provider')
    await tom.follows('Entrer avec Compte fictif')
    await tom.sees('Qui êtes-vous')
    await tom.shows('provider-chooses')
    await tom.follows('Tom Delisse')
    await tom.page.waitForURL('**/inbox')
    await tom.sees('Tom Delisse')
    await tom.goes('/security')
    await tom.sees('Dernière connexion')
    await tom.shows('security-identities')

    await tom.page.locator('details.person summary').click()
    // The page between leads on by itself.
    await tom.button('Se déconnecter').click()
    await tom.sees('Se déconnecter du fournisseur fictif')
    await tom.arrives()
    await tom.presses('Se déconnecter')
    await tom.page.waitForURL('**/sign-in**')
    expect(await tom.goes('/inbox')).toBe(200)
    expect(await tom.title()).toBe('Se connecter')

    // Whom only the provider knows is told what becomes of them.
    await tom.follows('Entrer avec Compte fictif')
    await tom.follows('Lou Harmegnies')
    await tom.sees('ne sait pas encore qui vous êtes')
    await tom.shows('provider-stranger')
  },
)
