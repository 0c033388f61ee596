import { expect } from 'vitest'
import { timeZone } from '#kernel/i18n'
import { answers, convokes } from './meeting.ts'
import type { Person } from './person.ts'
import { journey } from './town.ts'

const pathOf = ({ page }: Person) => new URL(page.url()).pathname

const strategic = 'Être une commune où chacun trouve sa place'
const operational = 'Doubler les places d’accueil de la petite enfance'
const action = 'Ouvrir une crèche dans l’ancienne école'

/** Opens a plan, and writes an objective of each level and an action, each on its way. */
async function writesThePlan(elise: Person): Promise<string> {
  await elise.follows('Plan stratégique')
  await elise.follows('Ouvrir un plan')
  await elise.fills('Intitulé', 'Plan de relance')
  await elise.fills('Code INS', '99999')
  await elise.presses('Enregistrer')
  const plan = pathOf(elise)
  await elise.follows(/sous .*externe/)
  await elise.fills('Intitulé', strategic)
  await elise.presses('Enregistrer')
  await elise.presses('Commencer')

  await elise.follows('Ajouter un objectif opérationnel')
  await elise.fills('Intitulé', operational)
  await elise.presses('Enregistrer')
  expect(await elise.words('.error-summary')).toContain('Cette réponse est nécessaire.')
  expect(await elise.page.getByLabel('Intitulé').inputValue()).toBe(operational)
  await elise.page.getByLabel('Travaux', { exact: true }).check()
  await elise.fills('Mandataires', 'Claire Montfort')
  await elise.fills('Responsables administratifs', 'Paul Vasteels')
  await elise.fills('Échéance', '2029-06-30')
  await elise.presses('Enregistrer')
  await elise.presses('Commencer')

  await elise.follows('Ajouter une action')
  await elise.fills('Intitulé', action)
  await elise.fills('Porteurs', 'tom delisse')
  await elise.fills('Échéance', '2029-12-31')
  await elise.presses('Enregistrer')
  await elise.sees(/est postérieure à celle d’au moins un de ses parents/)
  await elise.presses('À programmer')
  await elise.presses('Commencer')
  await elise.page.getByText('Ajouter une ligne').first().click()
  await elise.chooses('Source', 'Commune')
  await elise.fills('Montant', '125 000,50')
  await elise.presses('Ajouter une ligne')
  expect(await elise.words()).toContain('125 000,50 €')
  await elise.shows('plan-action')
  return plan
}

/** The bearer of an action says how far it is, and why he thinks so. */
async function tellsHowFar(tom: Person): Promise<void> {
  await tom.follows('Voir ce qui vient plus tard')
  await tom.follows(action)
  await tom.follows('Modifier')
  await tom.fills('Avancement à la main', '40')
  await tom.presses('Enregistrer')
  await tom.sees(
    /Cette réponse est nécessaire à cause de ce que vous répondez à «\sAvancement à la main\s»/,
  )
  await tom.fills('Pourquoi cet avancement', 'Les plans sont déposés')
  await tom.presses('Enregistrer')
  expect(await tom.words()).toContain('40 % Noté à la main : Les plans sont déposés')
}

/** The version goes to the council in one click, and takes the way of every point. */
async function sendsToCouncil(elise: Person, plan: string): Promise<string> {
  await elise.goes(plan)
  await elise.follows('Versions et Conseil')
  await elise.follows('Figer une version')
  await elise.presses('Figer une version')
  await elise.sees('La version est figée')
  await elise.shows('plan-versions')
  await elise.confirms('Envoyer au Conseil')
  await elise.follows(/présentation au Conseil/)
  expect(await elise.words()).toContain('notamment l’article L1123-27, § 2')
  const point = pathOf(elise)
  await elise.presses('Valider et transmettre')
  return point
}

/** The council meets today and takes note of the plan. */
async function takesNote(aline: Person, point: string): Promise<void> {
  await aline.follows('Délibérations')
  await aline.follows('Fixer une séance')
  await aline.chooses('Organe', 'Conseil communal')
  const today = Temporal.Now.plainDateISO(timeZone)
  await aline.fills('Date et heure', `${today.toString()}T20:00`)
  await aline.presses('Fixer une séance')
  const meeting = pathOf(aline)
  await aline.follows('Disponibles')
  await aline.presses('Présenter', aline.line('Plan de relance'))
  await aline.goes(meeting)
  await aline.confirms('Arrêter l’ordre du jour')
  await convokes(aline, meeting)
  await aline.goes(meeting)
  await aline.follows('Présences')
  await answers(aline, 'Doyen', 'Excusé·e')
  await aline.presses('Enregistrer les présences')
  await aline.presses('Ouvrir la séance')
  await aline.goes(`${point}/session`)
  await aline.presses(/^Accepter$/)
}

journey(
  'a plan goes from its first objective to the council’s decision and to every citizen',
  async ({ town }) => {
    const elise = await town.signIn('coordinator')
    const plan = await writesThePlan(elise)
    await tellsHowFar(await town.signIn('agent'))
    await elise.goes(plan)
    expect(await elise.words()).toContain('125 000,50 €')
    await elise.shows('plan-tree')
    const point = await sendsToCouncil(elise, plan)
    const paul = await town.signIn('dg')
    await paul.goes(point)
    await paul.presses('Valider')
    await takesNote(await town.signIn('secretariat'), point)

    await elise.goes(`${plan}/versions`)
    await elise.sees('En vigueur')
    await elise.sees('Accepté')
    await elise.follows('Publication')
    await elise.confirms('Publier')
    await elise.sees(/La version n°\s1 du plan est publique/)

    const citizen = await town.visitor({ viewport: { width: 390, height: 800 } })
    await citizen.goes('/pst')
    await citizen.sees(operational)
    const words = await citizen.words('body')
    expect(words).toContain(action)
    expect(words).toContain('40 %')
    expect(words).toContain('Claire Montfort')
    for (const inside of ['Tom Delisse', 'Paul Vasteels', 'Les plans sont déposés'])
      expect(words).not.toContain(inside)
    expect(await citizen.page.context().cookies()).toEqual([])
    await citizen.shows('plan-public')
  },
)
