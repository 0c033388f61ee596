import { expect } from 'vitest'
import { journey } from './town.ts'

journey(
  'a passkey is made, lets in without a password, and is worth nothing once removed',
  async ({ town }) => {
    const tom = await town.signIn('agent')
    const device = await tom.page.context().newCDPSession(tom.page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      },
    })
    await tom.goes('/security/passkeys')
    await tom.fills('Nom de la clé', 'Portable du bureau')
    await tom.presses('Créer la clé sur cet appareil')
    await tom.sees('ouvre désormais votre accès')
    await tom.shows('passkeys')

    await tom.page.context().clearCookies()
    await tom.goes('/sign-in?next=/inbox')
    await tom.presses('Se connecter par une clé d’accès')
    await tom.page.waitForURL('**/inbox')
    await tom.goes('/security')
    await tom.sees('Clés d’accès')

    await tom.goes('/security/passkeys')
    await tom.confirms('Retirer')
    await tom.sees('est retirée')
    await tom.page.context().clearCookies()
    await tom.goes('/sign-in')
    await tom.presses('Se connecter par une clé d’accès')
    await tom.sees('n’ouvre rien ici')
    expect(tom.page.url()).toContain('/sign-in')
  },
)
