import { expect, test } from 'vitest'
import { typeset } from '#commons/documents'
import type { Block } from '#kernel/richtext'
import type { AgendaData, AgendaPoint, Attendee, MinutesData, MinutesPoint } from '../data.ts'
import { type Paper, read, texts } from './paper.ts'

const house = {
  arms: 'Armoiries de la Commune de Beauval',
  page: 'Page {page} de {pages}',
  made: 'Établi le {when}',
}

function set(template: string, data: AgendaData | MinutesData): Promise<Uint8Array> {
  return typeset({
    template: `modules/minutes/${template}.typ`,
    title: `${data.labels.heading} du Conseil communal de Beauval`,
    language: 'fr',
    letterhead: { authority: 'Commune de Beauval', arms: '', address: [], accent: '#0a5c8a' },
    madeAt: new Date('2026-06-16T09:00:00Z'),
    data,
  })
}

const listed = (number: string, title: string, service: string | null = null): AgendaPoint => ({
  number,
  title,
  service,
})

const agenda: AgendaData = {
  labels: {
    ...house,
    heading: 'Ordre du jour',
    date: 'Date',
    time: 'Heure',
    place: 'Lieu',
    version: 'Version',
    empty: 'Aucun point.',
  },
  organ: 'Conseil communal',
  meeting: 'Séance du jeudi 25 juin 2026',
  date: 'jeudi 25 juin 2026',
  time: '20 h',
  place: 'Maison communale, place Verte 1',
  version: '2',
  convocation: ['Nous avons l’honneur de vous convoquer pour la première fois.'],
  parts: [
    {
      title: 'Séance publique',
      points: [
        listed('1', 'Compte communal de 2025', 'Finances'),
        listed('2', 'Zone 30 aux abords des écoles', 'Mobilité'),
        listed('2.1', 'Marquage au sol', 'Travaux'),
      ],
    },
    { title: 'Points supplémentaires', points: [] },
    { title: 'Huis clos', points: [listed('3', 'Désignation d’une institutrice')] },
  ],
}

test('the agenda tells organ, day, hour, place and convocation (L1122-13)', async () => {
  const paper = await read(await set('agenda', agenda))
  expect(paper.title).toBe('Ordre du jour du Conseil communal de Beauval')
  expect(texts(paper, 'P')).toEqual(
    expect.arrayContaining([
      'Commune de Beauval',
      'Conseil communal',
      'Ordre du jour',
      agenda.meeting,
      agenda.date,
      agenda.time,
      agenda.place,
      ...agenda.convocation,
      'Finances',
    ]),
  )
})

test('the agenda is walked by parts, then by numbered points; an empty part is left out', async () => {
  const paper = await read(await set('agenda', agenda))
  expect(headings(paper)).toEqual([
    'H1 Séance publique',
    'H2 1 Compte communal de 2025',
    'H2 2 Zone 30 aux abords des écoles',
    'H2 2.1 Marquage au sol',
    'H1 Huis clos',
    'H2 3 Désignation d’une institutrice',
  ])
  expect(paper.bookmarks).toEqual([
    { title: 'Séance publique', below: 3 },
    { title: 'Huis clos', below: 1 },
  ])
})

test('an agenda without points still prints, and says so', async () => {
  const paper = await read(await set('agenda', { ...agenda, parts: [], convocation: [] }))
  expect(headings(paper)).toEqual([])
  expect(paper.pages).toHaveLength(1)
  expect(texts(paper, 'P')).toContain('Aucun point.')
})

test('a long agenda numbers its pages, and each after the first recalls the meeting', async () => {
  const points = Array.from({ length: 60 }, (_, index) =>
    listed(String(index + 1), 'Voirie', 'Travaux'),
  )
  const paper = await read(
    await set('agenda', { ...agenda, parts: [{ title: 'Séance publique', points }] }),
  )
  const count = paper.pages.length
  expect(count).toBeGreaterThan(2)
  paper.pages.forEach((page, index) => expect(page).toContain(`Page ${index + 1} de ${count}`))
  expect(paper.pages[1]).toContain(
    'Conseil communal · Séance du jeudi 25 juin 2026 · Ordre du jour',
  )
})

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text, marks: [] }],
})

function treated(number: string, changes: Partial<MinutesPoint> = {}): MinutesPoint {
  return {
    number,
    title: 'Zone 30 aux abords des écoles',
    service: 'Mobilité',
    before: [],
    discussion: [],
    organSpeaks: 'LE CONSEIL COMMUNAL,',
    motivation: [paragraph('Vu l’article 119 de la nouvelle loi communale ;')],
    votes: ['Par 19 voix pour, 4 voix contre et 2 abstentions,'],
    verb: 'DÉCIDE',
    decision: [paragraph('Une zone 30 est établie rue de l’École.')],
    after: [],
    ...changes,
  }
}

const member = (name: string, mandate: string | null = 'Conseillère'): Attendee => ({
  name,
  mandate,
})

const minutes: MinutesData = {
  labels: {
    ...house,
    heading: 'Procès-verbal',
    date: 'Date',
    place: 'Lieu',
    status: 'État',
    opened: 'Ouverture',
    closed: 'Clôture',
    attendance: 'Présences',
    president: 'Présidence',
    secretary: 'Secrétariat',
    present: 'Présents',
    excused: 'Excusés',
    absent: 'Absents',
  },
  organ: 'Conseil communal',
  meeting: 'Séance du jeudi 25 juin 2026',
  date: 'jeudi 25 juin 2026',
  place: 'Maison communale',
  status: '',
  opened: '20 h 04',
  closed: '22 h 31',
  president: member('Mme Ronveau', 'Bourgmestre'),
  secretary: member('M. Salmin', 'Directeur général'),
  present: ['Mme Ronveau', 'Mme Brichet', 'Mme Colson', 'Mme Dautel', 'Mme Evrad'].map((name) =>
    member(name),
  ),
  excused: [member('M. Fosseur', null)],
  absent: [],
  parts: [
    { title: 'Séance publique', opening: ['La séance est ouverte.'], points: [treated('1')] },
    { title: 'Huis clos', opening: ['Le huis clos est prononcé.'], points: [treated('2')] },
  ],
  closing: ['La séance est close à 22 h 31.'],
  signing: {
    formula: 'Par le Conseil,',
    signatories: [
      { mention: null, role: 'Le Directeur général,', name: 'Paul Salmin' },
      { mention: 'Par délégation,', role: 'L’Échevine,', name: 'Odile Brichet' },
    ],
  },
}

test('the minutes tell who was there, in which mandate, and leave out an empty list', async () => {
  const paper = await read(await set('minutes', minutes))
  const people = texts(paper, 'LI')
  expect(people).toContain('Mme Ronveau, Bourgmestre')
  expect(people).toContain('M. Salmin, Directeur général')
  expect(people.filter((person) => person.endsWith(', Conseillère'))).toHaveLength(5)
  expect(people).toContain('M. Fosseur')
  expect(texts(paper, 'P')).toContain('Excusés')
  expect(texts(paper, 'P')).not.toContain('Absents')
})

test('a point reads in order: organ, grounds, vote, verb, decision (L1132-2)', async () => {
  const paper = await read(await set('minutes', minutes))
  const point = treated('1')
  const [start, end] = ['La séance est ouverte.', 'Le huis clos est prononcé.']
  const words = texts(paper, 'P')
  expect(words.slice(words.indexOf(start) + 1, words.indexOf(end))).toEqual([
    'Mobilité',
    point.organSpeaks,
    'Vu l’article 119 de la nouvelle loi communale ;',
    ...point.votes,
    point.verb,
    'Une zone 30 est établie rue de l’École.',
  ])
  expect(headings(paper)).toEqual([
    'H1 Présences',
    'H1 Séance publique',
    'H2 1 Zone 30 aux abords des écoles',
    'H1 Huis clos',
    'H2 2 Zone 30 aux abords des écoles',
  ])
})

test('who withdraws is told before the title of the point, who returns after its decision', async () => {
  const movements = { before: ['Mme Colson se retire.'], after: ['Mme Colson revient.'] }
  const parts = [{ title: 'Séance publique', opening: [], points: [treated('1', movements)] }]
  const [text = ''] = (await read(await set('minutes', { ...minutes, parts }))).pages
  const order = ['se retire', 'Zone 30', 'DÉCIDE', 'revient'].map((word) => text.indexOf(word))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order).not.toContain(-1)
})

test('a postponed point prints its decision without vote nor verb', async () => {
  const postponed = treated('1', {
    service: null,
    organSpeaks: null,
    motivation: [],
    votes: [],
    verb: null,
    decision: [paragraph('Le point est reporté.')],
  })
  const parts = [{ title: 'Séance publique', opening: [], points: [postponed] }]
  const paper = await read(await set('minutes', { ...minutes, parts }))
  expect(texts(paper, 'P')).toEqual(expect.arrayContaining(['Le point est reporté.']))
  expect(paper.pages.join('')).not.toContain('DÉCIDE')
})

test('signatures stand together below the closing formula, delegation first (L1132-3, L1132-5)', async () => {
  for (const count of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    const points = Array.from({ length: count }, (_, index) => treated(String(index + 1)))
    const parts = [{ title: 'Séance publique', opening: [], points }]
    const last = (await read(await set('minutes', { ...minutes, parts }))).pages.at(-1) ?? ''
    const order = ['close à 22 h 31', 'Par le Conseil', 'Le Directeur général', 'Par délégation']
      .concat('Odile Brichet')
      .map((word) => last.indexOf(word))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  }
})

function headings(paper: Paper): string[] {
  return paper.elements
    .filter((element) => /^H\d$/.test(element.role))
    .map((element) => `${element.role} ${element.text}`)
}
