import { NotFound } from '#kernel/errors'
import { form } from '#kernel/http'
import { json } from '../answers.ts'
import { countAsked } from '../brake.ts'
import { siteOf } from '../forms.tsx'
import { open } from '../open.ts'
import { type Site, slugOfName } from '../site.ts'
import { tenant } from '#kernel/tenancy'
import { type Named, peopleShown, placesShown } from '#modules/publications'
import { isWithin, Listing, listOf, times } from './listing.ts'
import * as told from './objects.ts'
import { type Kind, organsShown, type Row, rowOf, rowsAfter, rowsOf } from './rows.ts'

/** How a row of each kind of object is told. */
interface Rows {
  kind: Kind
  type: told.OparlType
  id: (site: Site) => (slug: string) => string
  tell: (site: Site, row: Row & { deleted: false }, order: number) => told.Oparl
}

const ofPoints = { kind: 'point' as const }
const kinds: Record<string, Rows> = {
  paper: {
    ...ofPoints,
    type: 'Paper',
    id: (site) => told.oparl(site).paper,
    tell: (site, row) => told.paperObject(site, row.copy, row),
  },
  'agenda-item': {
    ...ofPoints,
    type: 'AgendaItem',
    id: (site) => told.oparl(site).item,
    tell: (site, row, order) => told.itemObject(site, row.copy, row, order),
  },
  consultation: {
    ...ofPoints,
    type: 'Consultation',
    id: (site) => told.oparl(site).consultation,
    tell: (site, row) => told.consultationObject(site, row.copy, row),
  },
  file: {
    ...ofPoints,
    type: 'File',
    id: (site) => told.oparl(site).file,
    tell: (site, row) => told.fileObject(site, row.copy, row),
  },
  meeting: {
    kind: 'meeting',
    type: 'Meeting',
    id: (site) => told.oparl(site).meeting,
    tell: (site, row) => told.meetingObject(site, row.copy, row),
  },
}

const plurals = {
  'agenda-item': 'agenda-items',
  consultation: 'consultations',
  file: 'files',
  meeting: 'meetings',
  paper: 'papers',
}

async function toldOf(site: Site, by: Rows, rows: readonly Row[]): Promise<told.Oparl[]> {
  const orders = by.type === 'AgendaItem' ? await ordersOf(rows) : new Map<string, number>()
  return rows.map((row) =>
    row.deleted
      ? told.deleted(by.id(site)(row.slug), by.type, row)
      : by.tell(site, row, orders.get(row.slug) ?? 0),
  )
}

/** The place of each point on its agenda. */
async function ordersOf(rows: readonly Row[]): Promise<Map<string, number>> {
  const slugs = rows.flatMap((row) => (row.deleted ? [] : told.meetingOf(row.copy)))
  const agendas = await rowsOf('meeting', [...new Set(slugs)])
  return new Map(agendas.flatMap((agenda) => (agenda.deleted ? [] : told.orderIn(agenda.copy))))
}

for (const [name, by] of Object.entries(kinds)) {
  open.get(`/oparl/${plurals[name as keyof typeof plurals]}`, form(Listing), async (c, asked) => {
    countAsked('lists')
    const organ = asked.organization && (await namedAs(organsShown, asked.organization)).name
    const rows = await rowsAfter(by.kind, asked.after ?? '', { ...asked, organ }, asked.limit + 1)
    const shown = rows.slice(0, asked.limit)
    const next = rows.length > shown.length ? shown.at(-1)?.slug : undefined
    return listOf(c, asked, await toldOf(siteOf(c), by, shown), next)
  })
  open.get(`/oparl/${name}/:slug`, async (c) => {
    countAsked('copies')
    const row = await rowOf(by.kind, c.req.param('slug') ?? '')
    if (!row) throw new NotFound()
    const [object] = await toldOf(siteOf(c), by, [row])
    return json(object)
  })
}

/** A line of an agenda that has no page. */
open.get('/oparl/agenda-item/:slug/:place{[0-9]{1,4}}', async (c) => {
  countAsked('copies')
  const row = await rowOf('meeting', c.req.param('slug') ?? '')
  const index = Number(c.req.param('place')) - 1
  if (!row || row.deleted) throw new NotFound()
  const object = told.lineObject(siteOf(c), row.copy, index, row)
  if (object['name'] === '') throw new NotFound()
  return json(object)
})

/** An annex of a paper. */
open.get('/oparl/file/:slug/:hash{[0-9a-f]{64}}', async (c) => {
  countAsked('copies')
  const row = await rowOf('point', c.req.param('slug') ?? '')
  if (!row || row.deleted) throw new NotFound()
  const site = siteOf(c)
  const id = told.oparl(site).annex(row.slug, c.req.param('hash') ?? '')
  const object = told.annexObjects(site, row.copy, row).find((one) => one.id === id)
  if (!object) throw new NotFound()
  return json(object)
})

const named = {
  organization: { plural: 'organizations', all: organsShown, tell: told.organizationObject },
  person: { plural: 'people', all: peopleShown, tell: told.personObject },
  location: { plural: 'locations', all: placesShown, tell: told.locationObject },
} as const

/** The one of a name, by what of it stands in addresses. */
async function namedAs(all: () => Promise<Named[]>, as: string): Promise<Named> {
  const found = (await all()).find(({ name }) => slugOfName(name) === as)
  if (!found) throw new NotFound()
  return found
}

for (const [name, { plural, all, tell }] of Object.entries(named)) {
  open.get(`/oparl/${plural}`, form(Listing), async (c, asked) => {
    countAsked('lists')
    const some = (await all())
      .map((one) => ({ one, key: slugOfName(one.name) }))
      .filter(({ key, one }) => key > (asked.after ?? '') && isWithin(one, asked))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    const shown = some.slice(0, asked.limit)
    const next = some.length > shown.length ? shown.at(-1)?.key : undefined
    return listOf(
      c,
      asked,
      shown.map(({ one }) => tell(siteOf(c), one)),
      next,
    )
  })
  open.get(`/oparl/${name}/:slug`, async (c) => {
    countAsked('copies')
    return json(tell(siteOf(c), await namedAs(all, c.req.param('slug') ?? '')))
  })
}

/** What is not told of here: which terms there were, and who belonged to what. */
for (const nothing of ['memberships', 'legislative-terms'])
  open.get(`/oparl/${nothing}`, form(Listing), (c, asked) => listOf(c, asked, [], undefined))

open.get('/oparl/system', async (c) =>
  json(told.systemObject(siteOf(c), tenant().name, await times())),
)
open.get('/oparl/body', async (c) => json(told.bodyObject(siteOf(c), await times())))
open.get('/oparl/body/location', async (c) => json(told.bodyLocation(siteOf(c), await times())))
open.get('/oparl/bodies', form(Listing), async (c, asked) =>
  listOf(c, asked, [told.bodyObject(siteOf(c), await times())], undefined),
)

/** Programs are told as programs are that there is nothing else. */
open.get('/oparl/:rest{.+}', () => {
  throw new NotFound()
})
