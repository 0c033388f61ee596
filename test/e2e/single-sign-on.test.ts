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

journey(
  'a citizen comes in by the public service, asks for what is theirs, and leaves',
  async ({ town }) => {
    await town.hasProvider()
    const maud = await town.visitor({ withoutScripts: true })
    await maud.goes('/sign-in')
    await maud.follows('Entrer avec Service public fictif')
    await maud.follows('Maud Servais')
    await maud.page.waitForURL('**/me')
    await maud.sees('Élevé (eIDAS)')
    await maud.shows('space')
    await maud.page
      .locator('details')
      .filter({ hasText: 'Exercer un droit' })
      .locator('summary')
      .click()
    await maud.presses('Envoyer ma demande')
    await maud.sees('Votre demande est reçue')
    await maud.shows('space-asked')
    await maud.goes('/security')
    await maud.sees('Connexions')
    expect(await maud.goes('/inbox')).toBe(403)
  },
)
