import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { timeZone } from '#kernel/i18n'
import { read } from '../../src/commons/documents/test/pdf.ts'
import { tabsTo } from './keyboard.ts'
import { answers, convokes } from './meeting.ts'
import { givenNewHouse, type NewHouse } from './new-house.ts'
import type { Equipment, Person } from './person.ts'

let house: NewHouse
let operator: Person
const password = 'une phrase assez longue 7'

beforeAll(async () => {
  house = await givenNewHouse()
})
afterAll(async () => {
  expect(await house.closes()).toEqual([])
})

/** Fills in fields by their names, one after the other. */
async function types(person: Person, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, words] of Object.entries(fields))
    await person.page.locator(`main [name="${name}"]`).fill(words)
}

/** Whoever follows the link by which they come in chooses a password and signs in. */
async function comesIn(person: Person, login: string): Promise<void> {
  await types(person, { password, password_again: password })
  await person.moves(() => person.page.locator('main form button').last().click())
  await types(person, { login, password })
  await person.presses('Se connecter')
}

/** Whoever started the server opens the service that opens authorities. */
async function startsTheHouse(): Promise<Person> {
  const odile = await house.visitor('service.localhost')
  await odile.goes('/')
  expect(await odile.title()).toBe('Démarrer la maison')
  await types(odile, {
    ...{ code: house.code, name: 'Service mutualisé', host: 'service.localhost' },
    ...{ first_name: 'Odile', last_name: 'Ravel', login: 'odile' },
  })
  await odile.presses('Démarrer')
  await comesIn(odile, 'odile')
  return odile
}

interface Kind {
  kind: string
  name: string
  host: string
  number: string
  organ: string
  /** The line of the profile that is adapted, and what that organ is called from the start. */
  renamed: string
}

/** The wizard, to the link by which its first administrator comes in. */
async function opens(odile: Person, of: Kind): Promise<string> {
  await odile.goes('/authorities')
  await odile.follows('Ouvrir une autorité')
  await odile.page.locator('[name=kind]').selectOption(of.kind)
  await types(odile, {
    ...{ name: of.name, short_name: of.name, number: of.number, hosts: of.host },
    ...{ first_name: 'Alix', last_name: 'Terval', login: 'alix' },
  })
  await odile.page.locator('[name=other_hosts]').check()
  await odile.presses('Continuer vers son profil')
  expect(await odile.page.locator('[name="organs.0.name"]').inputValue()).toBe(of.organ)
  await types(odile, { 'organs.0.seats': '3', 'organs.1.name': of.renamed })
  await odile.presses('Ouvrir l’autorité')
  await odile.sees(`${of.name} est ouverte`)
  expect(await odile.words()).toContain(of.renamed)
  return odile.page.locator('main code').innerText()
}

const file = (name: string, ...lines: string[]) => ({
  ...{ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) },
})

/** Reads a list in, in its two steps. */
async function readsIn(alix: Person, list: string, content: ReturnType<typeof file>) {
  await alix.goes(`${list}/import`)
  await alix.page.locator('[name=files]').setInputFiles(content)
  await alix.button('Vérifier la liste').click()
  const write = alix.button(/^Écrire/)
  await write.waitFor()
  await alix.arrives()
  await write.click()
  await alix.page.getByText(/lignes? (est|sont) écrites?/).waitFor()
}

/** People, what they hold, and the seats of an organ. */
async function movesIn(alix: Person, { organ }: Kind, titles: readonly [string, string]) {
  await readsIn(
    alix,
    '/people',
    file(
      'agents.csv',
      'Nom;Prénom;Identifiant;Rôle',
      'Aubrive;Sabine;sabine;membre du conseil',
      'Brémont;Loïc;loic;membre du conseil',
      'Castellan;Inès;ines;membre du conseil',
    ),
  )
  const day = '2024-12-02'
  await readsIn(
    alix,
    '/organs',
    file(
      'sieges.csv',
      'Organe;Nom;Prénom;Qualité;Titre;Premier jour',
      `${organ};Aubrive;Sabine;préside;${titles[0]};${day}`,
      `${organ};Brémont;Loïc;membre;${titles[1]};${day}`,
      `${organ};Castellan;Inès;membre;${titles[1]};${day}`,
      `${organ};Terval;Alix;secrétaire;Directrice générale;${day}`,
    ),
  )
  await alix.goes('/people')
  await alix.follows('Terval Alix')
  const own = new URL(alix.page.url()).pathname
  for (const role of ['director_general', 'secretariat'])
    await gives(alix, 'Donner un rôle', { role })
  await gives(alix, 'Donner une fonction dans un service', { service_id: 0, function: 'head' })
  expect(new URL(alix.page.url()).pathname).toBe(own)
}

/** Gives somebody, on their page, what a folded form gives; a number is the place among the choices. */
async function gives(alix: Person, what: string, chosen: Record<string, string | number>) {
  const fold = alix.page
    .locator('details')
    .filter({ has: alix.page.getByText(what, { exact: true }) })
  await fold.locator('summary').click()
  for (const [name, value] of Object.entries(chosen)) {
    const field = fold.locator(`[name=${name}]`)
    if (typeof value === 'number') await field.selectOption({ index: value })
    else if ((await field.first().getAttribute('type')) === 'radio')
      await fold.locator(`[name=${name}][value=${value}]`).check()
    else await field.selectOption(value)
  }
  await alix.moves(() => fold.getByRole('button', { name: 'Donner', exact: true }).click())
}

/** A point, from its writing to the minutes of the sitting that decided it. */
async function decides(alix: Person, { organ }: Kind): Promise<string> {
  const says = alix.presses.bind(alix)
  await alix.goes('/deliberations/items/new')
  await alix.fills('Intitulé', 'Convention de collaboration')
  await alix.chooses('Organe', organ)
  await alix.fills('Décision', 'Approuve la convention.')
  await alix.page.getByRole('combobox', { name: 'Catégorie' }).selectOption({ index: 1 })
  await says('Enregistrer')
  const point = new URL(alix.page.url()).pathname
  await says('Proposer')
  await says('Valider et transmettre')
  await says('Valider')
  await alix.goes('/deliberations/meetings/new')
  await alix.chooses('Organe', organ)
  const today = Temporal.Now.plainDateISO(timeZone)
  await alix.fills('Date et heure', `${today.toString()}T00:30`)
  await says('Fixer une séance')
  const meeting = new URL(alix.page.url()).pathname
  await alix.goes(point)
  await says('Présenter')
  await alix.goes(meeting)
  await agrees(alix, 'Arrêter l’ordre du jour')
  await convokes(alix, meeting)
  await alix.goes(meeting)
  await alix.follows('Présences')
  await answers(alix, 'Castellan', 'Excusé·e')
  await says('Enregistrer les présences')
  await says('Ouvrir la séance')
  await alix.goes(point)
  await alix.follows('Voter')
  await says('Unanimité')
  await alix.goes(meeting)
  await agrees(alix, 'Clôturer la séance')
  await alix.sees('Clôturée')
  await alix.follows(/^Documents/)
  // A page that looks again by itself is none to be examined.
  await alix.button('Établir le procès-verbal').click()
  const link = alix.page.getByRole('link', { name: 'Procès-verbal', exact: true })
  await link.waitFor()
  await alix.arrives()
  const [download] = await Promise.all([alix.page.waitForEvent('download'), link.click()])
  const { pages } = await read(new Uint8Array(await readFile(await download.path())))
  return pages.join(' ').replaceAll(/\s+/g, ' ')
}

/** Says yes to what is asked first: in a dialog, or by a tick where no script runs. */
async function agrees(alix: Person, button: string) {
  const asks =
    (await alix.page
      .locator('form')
      .filter({ has: alix.button(button) })
      .count()) > 0
  const tick = alix.page
    .locator('form')
    .filter({ has: alix.button(button) })
    .getByRole('checkbox')
    .filter({ visible: true })
  if (asks && (await tick.count()) > 0) await alix.agrees(button)
  else await alix.confirms(button)
}

/** From nothing to a decided point with its minutes. */
async function fromNothing(of: Kind, titles: readonly [string, string], equipment: Equipment) {
  operator ??= await startsTheHouse()
  const link = await opens(operator, of)
  const alix = await house.visitor(of.host, equipment)
  await alix.goes(new URL(link).pathname)
  await comesIn(alix, 'alix')
  await movesIn(alix, of, titles)
  return decides(alix, of)
}

/** How long a journey may take on a busy machine. */
const patience = { timeout: 120_000 }

test(
  'a commune goes from an empty server to a decided point with its minutes',
  patience,
  async () => {
    const words = await fromNothing(
      {
        ...{ kind: 'municipality', name: 'Commune de Valbois', host: 'valbois.localhost' },
        ...{ number: '0207.374.617', organ: 'Conseil communal' },
        renamed: 'Collège des bourgmestre et échevins',
      },
      ['Bourgmestre', 'Conseillère communale'],
      {},
    )
    expect(words).toContain('Conseil communal')
    expect(words).toContain('Convention de collaboration')
    expect(words).toContain('Sabine Aubrive')
    await operator.goes('/authorities')
    await tabsTo(operator, 'Ouvrir une autorité')
  },
)

test(
  'a CPAS does so without scripts, and its minutes are those of its council',
  patience,
  async () => {
    const words = await fromNothing(
      {
        ...{ kind: 'cpas', name: 'CPAS de Valbois', host: 'cpas-valbois.localhost' },
        ...{ number: '0316.380.841', organ: 'Conseil de l’action sociale' },
        renamed: 'Bureau permanent du CPAS',
      },
      ['Présidente', 'Conseillère de l’action sociale'],
      { withoutScripts: true },
    )
    expect(words).toContain('Conseil de l’action sociale')
    expect(words).not.toMatch(/communal|bourgmestre|échevin|CDLD/i)
  },
)
