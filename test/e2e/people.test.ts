import { journey } from './town.ts'

journey(
  'a service and a person with a role are added and invited without scripts (D16)',
  async ({ town }) => {
    const bastien = await town.signIn('administrator', { withoutScripts: true })
    await bastien.goes('/services')
    await bastien.fills('Nom du service', 'Mobilité douce')
    await bastien.presses('Ajouter un service')
    await bastien.sees('Le service «\u00A0Mobilité douce\u00A0» est ajouté.')
    await bastien.goes('/people/new')
    await bastien.fills('Prénom', 'Ysaline')
    await bastien.page.locator('[name=last_name]').fill('Wauters')
    await bastien.page.locator('[name=email]').fill('ysaline@example.org')
    await bastien.fills('Identifiant', 'ysaline')
    await bastien.chooses('Rôle', 'agent')
    await bastien.chooses('Service', 'Mobilité douce')
    await bastien.page.getByLabel('L’inviter maintenant par courriel').check()
    await bastien.presses('Ajouter une personne')
    await bastien.sees(/l’invitation de Ysaline Wauters ne part pas/)
    await bastien.sees('rédacteur – Mobilité douce')
  },
)
