/** How each kind of field goes: given, kept, told and refused. `#desk` is the id of something that exists. */
export interface Case {
  /** What a form sends, and the API. */
  form: string | string[]
  json: unknown
  /** What the column holds, as JSON; as the API gives it, unless told. */
  held?: unknown
  /** In a spreadsheet, and on a page. */
  plain: string
  shown: string
  /** What is refused, by form and API, and a word of the sentence. */
  wrong: readonly (readonly [given: unknown, why: string])[]
}

export const nbsp = '\u00A0'
const nnbsp = '\u202F'
export const cases: Record<string, Case> = {
  title: {
    form: ' Un avis ',
    json: 'Un avis',
    plain: 'Un avis',
    shown: 'Un avis',
    wrong: [
      ['', 'nécessaire'],
      ['x'.repeat(41), '40 caractères'],
    ],
  },
  mail: {
    form: ' nadia.corbeau@commune.be ',
    json: 'nadia.corbeau@commune.be',
    plain: 'nadia.corbeau@commune.be',
    shown: 'nadia.corbeau@commune.be',
    wrong: [
      ['nadia.corbeau', 'courriel complète'],
      ['nadia@commune', 'courriel complète'],
      [`${'x'.repeat(250)}@commune.be`, '254 caractères'],
    ],
  },
  note: {
    form: 'Vu',
    json: 'Vu',
    plain: 'Vu',
    shown: 'Vu',
    wrong: [['x'.repeat(61), '60 caractères']],
  },
  body: {
    form: '<p>Le <strong>pont</strong></p>',
    json: '<p>Le <strong>pont</strong></p>',
    plain: 'Le pont',
    shown: '<strong>pont</strong>',
    wrong: [['<p>a <b>b</p>', 'abîmé']],
  },
  copies: {
    form: '12',
    json: 12,
    plain: '12',
    shown: '12',
    wrong: [
      ['', 'nécessaire'],
      ['0', '1 au moins'],
      ['501', '500 au plus'],
      ['1,5', 'entier'],
      ['0x3', 'entier'],
    ],
  },
  share: {
    form: '12,5',
    json: 12.5,
    plain: '12,5',
    shown: '12,5',
    wrong: [
      ['beaucoup', 'nombre'],
      ['101', '100 au plus'],
    ],
  },
  fee: {
    form: '1 234,56',
    json: 123_456,
    plain: `1${nnbsp}234,56${nbsp}€`,
    shown: `1${nnbsp}234,56${nbsp}€`,
    wrong: [
      ['', 'nécessaire'],
      ['12.345', 'deux façons'],
      ['1000000,01', 'au plus'],
      ['-1', '€ au moins'],
      [1.5, 'forme'],
    ],
  },
  discount: {
    form: '1.234,5',
    json: 123_450,
    plain: `1${nnbsp}234,50${nbsp}€`,
    shown: `1${nnbsp}234,50${nbsp}€`,
    wrong: [['12,345', 'deux façons']],
  },
  day: {
    form: '2026-02-28',
    json: '2026-02-28',
    plain: '28/02/2026',
    shown: '28/02/2026',
    wrong: [
      ['', 'nécessaire'],
      ['2026-02-30', 'date'],
    ],
  },
  heard_on: {
    form: '2026-02-28',
    json: '2026-02-28',
    plain: '28/02/2026',
    shown: '28/02/2026',
    wrong: [['2026-02-30', 'date']],
  },
  hour: {
    form: '09:05',
    json: '09:05',
    held: '09:05:00',
    plain: `9${nbsp}h${nbsp}05`,
    shown: `9${nbsp}h${nbsp}05`,
    wrong: [['25:00', 'forme']],
  },
  starts_on: {
    form: '2025-12-31',
    json: '2025-12-31',
    plain: '31/12/2025',
    shown: '31/12/2025',
    wrong: [['demain', 'date']],
  },
  ends_on: {
    form: '2026-01-01',
    json: '2026-01-01',
    plain: '01/01/2026',
    shown: '01/01/2026',
    wrong: [['2025-12-31', 'pas avant']],
  },
  urgent: {
    form: ['', 'on'],
    json: true,
    plain: 'Oui',
    shown: 'Oui',
    wrong: [['peut-être', 'proposées']],
  },
  colour: {
    form: 'amber',
    json: 'amber',
    plain: 'AMBER',
    shown: 'AMBER',
    wrong: [['red', 'proposées']],
  },
  tone: {
    form: 'loud',
    json: 'loud',
    plain: 'LOUD',
    shown: 'LOUD',
    wrong: [['mute', 'proposées']],
  },
  zone_id: {
    form: '#north',
    json: '#north',
    plain: 'Nord',
    shown: 'Nord',
    wrong: [['#desk', 'proposées']],
  },
  zones: {
    form: ['', '#south', '#north'],
    json: ['#north', '#south'],
    plain: 'Nord, Sud',
    shown: 'Nord, Sud',
    wrong: [['#desk', 'proposées']],
  },
  officer_id: {
    form: '#officer',
    json: '#officer',
    plain: `Mme${nbsp}Nadia Corbeau`,
    shown: `Mme${nbsp}Nadia Corbeau`,
    wrong: [['#desk', 'proposées']],
  },
  officers: {
    form: ['', '#officer'],
    json: ['#officer'],
    plain: `Mme${nbsp}Nadia Corbeau`,
    shown: `Mme${nbsp}Nadia Corbeau`,
    wrong: [['#desk', 'proposées']],
  },
  desk_id: {
    form: '#desk',
    json: '#desk',
    plain: 'Travaux',
    shown: 'Travaux',
    wrong: [['#north', 'proposées']],
  },
  linked_id: {
    form: 'Un autre avis',
    json: '#other',
    plain: 'Un autre avis',
    shown: '>Un autre avis</a>',
    wrong: [
      ['Un avis inconnu', 'Aucun dossier'],
      ['#desk', 'Aucun dossier'],
    ],
  },
}
