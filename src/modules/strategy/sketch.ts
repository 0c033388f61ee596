import type { Health } from './element.ts'
import type { Level } from './level.ts'

/** An invented element, with all that is below it. */
export interface Sketch {
  title: string
  level?: Level
  internal?: true
  description?: string
  body?: 'commune' | 'cpas'
  begin?: string
  due?: string
  manager?: string
  mandatary?: string
  administrator?: string
  bearer?: string
  categories?: readonly string[]
  plans?: readonly string[]
  sdgs?: readonly number[]
  progress?: number
  health?: Health
  healthReason?: string
  fte?: number
  /** The steps that it has made. */
  path?: readonly string[]
  budget?: readonly (readonly [source: string, year: number, euros: number])[]
  indicators?: readonly {
    label: string
    unit: string
    direction: 'up' | 'down'
    baseline: number
    target: number
    figures: readonly number[]
  }[]
  /** Where it stands too, and its share there. */
  mirrored?: { under: string; percent: number }
  below?: readonly Sketch[]
}

const begun = ['begin']
const scheduled = ['schedule']
const ongoing = ['schedule', 'begin']
const done = ['schedule', 'begin', 'terminate']
const works = { manager: 'Travaux', bearer: 'Tom Delisse' }
const counter = { manager: 'Secrétariat', bearer: 'Aline Ferrier' }
const mayor = { mandatary: 'Claire Montfort', administrator: 'Paul Vasteels' }

/** The strategic plan of Beauval, as a newcomer finds it. */
export const sketches: readonly Sketch[] = [
  {
    title: 'Être une administration proche, rapide et simple',
    internal: true,
    path: begun,
    sdgs: [16],
    below: [
      {
        title: 'Réduire de moitié l’attente au guichet population d’ici 2028',
        ...mayor,
        manager: 'Secrétariat',
        path: begun,
        due: '2028-12-31',
        sdgs: [16],
        categories: ['Accueil et guichets'],
        indicators: [
          {
            label: 'Attente moyenne au guichet',
            unit: 'minutes',
            direction: 'down',
            baseline: 24,
            target: 12,
            figures: [22, 19, 17],
          },
        ],
        below: [
          {
            title: 'Prendre rendez-vous en ligne pour tous les documents',
            ...counter,
            path: done,
            begin: '2025-02-01',
            due: '2026-03-31',
            budget: [['Commune', 2025, 18_000]],
            fte: 0.4,
          },
          {
            title: 'Ouvrir le guichet un soir par semaine',
            ...counter,
            path: ongoing,
            begin: '2025-09-01',
            due: '2027-06-30',
            health: 'good',
            fte: 0.8,
            budget: [
              ['Commune', 2026, 22_000],
              ['Commune', 2027, 22_500],
            ],
            below: [
              { title: 'Consulter le personnel', level: 'task', bearer: 'Aline Ferrier', path: ['send', 'assign', 'start', 'realize', 'close'], due: '2025-12-15' },
              { title: 'Adapter le règlement de travail', level: 'task', bearer: 'Aline Ferrier', path: ['send', 'assign', 'start'], due: '2027-01-31' },
            ],
          },
          {
            title: 'Placer une signalétique claire dans la maison communale',
            ...works,
            path: scheduled,
            due: '2026-09-30',
            budget: [['Commune', 2026, 7_500]],
            mirrored: { under: 'Rendre chaque bâtiment public accessible à tous', percent: 50 },
          },
        ],
      },
      {
        title: 'Former chaque agent aux outils numériques',
        ...mayor,
        manager: 'Personnel',
        path: begun,
        due: '2029-06-30',
        categories: ['Gestion des ressources humaines'],
        plans: ['Plan de formation du personnel'],
        sdgs: [4, 8],
        below: [
          {
            title: 'Proposer deux journées de formation par an',
            manager: 'Personnel',
            path: ongoing,
            due: '2029-12-31',
            health: 'risk',
            healthReason: 'Le formateur retenu n’est libre qu’au second semestre.',
            budget: [
              ['Commune', 2026, 9_000],
              ['Wallonie', 2026, 3_000],
            ],
          },
          { title: 'Désigner un référent numérique par service', manager: 'Personnel', path: done, due: '2025-12-31' },
        ],
      },
    ],
  },
  {
    title: 'Être une commune sobre en énergie',
    path: begun,
    sdgs: [7, 13],
    below: [
      {
        title: 'Réduire de 30 % la consommation des bâtiments communaux',
        ...mayor,
        mandatary: 'Claire Montfort',
        manager: 'Travaux',
        path: begun,
        due: '2030-06-30',
        categories: ['Énergie'],
        plans: ['Plan d’action pour l’énergie durable et le climat'],
        sdgs: [7, 13],
        indicators: [
          {
            label: 'Consommation annuelle des bâtiments',
            unit: 'MWh',
            direction: 'down',
            baseline: 1480,
            target: 1036,
            figures: [1455, 1390, 1322],
          },
        ],
        below: [
          {
            title: 'Isoler l’école du Centre',
            ...works,
            path: ongoing,
            begin: '2025-04-01',
            due: '2027-08-31',
            health: 'good',
            fte: 0.5,
            budget: [
              ['Europe', 2026, 310_000],
              ['Wallonie', 2026, 180_000],
              ['Commune', 2026, 95_000],
              ['Commune', 2027, 120_000],
            ],
            below: [
              { title: 'Auditer le bâtiment', ...works, path: done, due: '2025-11-30', budget: [['Commune', 2025, 12_000]] },
              { title: 'Remplacer les châssis', ...works, path: ongoing, due: '2027-04-30', budget: [['Wallonie', 2027, 160_000]] },
              { title: 'Isoler la toiture', ...works, path: scheduled, due: '2027-12-15' },
            ],
          },
          {
            title: 'Passer l’éclairage public aux lampes à diodes',
            ...works,
            path: ongoing,
            due: '2026-06-30',
            health: 'blocked',
            healthReason: 'Le gestionnaire du réseau a reporté les travaux de la rue du Lavoir.',
            progress: 60,
            budget: [
              ['Province', 2026, 42_000],
              ['Commune', 2026, 58_000],
            ],
            mirrored: { under: 'Rendre les rues plus sûres', percent: 30 },
          },
          {
            title: 'Poser des panneaux solaires sur le hall des sports',
            ...works,
            path: ['schedule', 'stop'],
            due: '2028-12-31',
          },
        ],
      },
      {
        title: 'Aider les ménages à isoler leur logement',
        manager: 'Urbanisme',
        mandatary: 'Claire Montfort',
        administrator: 'Paul Vasteels',
        path: begun,
        due: '2030-12-01',
        categories: ['Logement', 'Action sociale'],
        sdgs: [1, 7, 11],
        below: [
          {
            title: 'Tenir une permanence énergie avec le CPAS',
            manager: 'Urbanisme',
            path: ongoing,
            due: '2030-06-30',
            fte: 1,
            budget: [
              ['Wallonie', 2026, 25_000],
              ['Commune', 2026, 12_500],
            ],
          },
          { title: 'Suivre cent ménages en précarité énergétique', body: 'cpas', manager: 'Urbanisme', path: scheduled, due: '2029-12-31' },
        ],
      },
    ],
  },
  {
    title: 'Être une commune où il fait bon vivre, à tout âge',
    path: begun,
    sdgs: [3, 11],
    below: [
      {
        title: 'Rendre les rues plus sûres',
        ...mayor,
        manager: 'Travaux',
        path: begun,
        due: '2029-12-31',
        categories: ['Mobilité', 'Propreté et sécurité'],
        plans: ['Plan communal de mobilité'],
        sdgs: [3, 11],
        below: [
          {
            title: 'Créer une zone 30 autour de chaque école',
            ...works,
            path: ongoing,
            due: '2026-08-31',
            budget: [['Commune', 2026, 36_000]],
          },
          { title: 'Aménager une piste cyclable vers la gare', ...works, path: scheduled, begin: '2026-03-01', due: '2028-10-31', budget: [['Europe', 2027, 420_000], ['Wallonie', 2027, 140_000], ['Commune', 2028, 90_000]] },
        ],
      },
      {
        title: 'Rendre chaque bâtiment public accessible à tous',
        ...mayor,
        manager: 'Travaux',
        path: begun,
        due: '2030-06-30',
        categories: ['Travaux'],
        sdgs: [10, 11],
        below: [
          {
            title: 'Installer une rampe à la bibliothèque',
            ...works,
            path: done,
            due: '2025-10-31',
            budget: [['Commune', 2025, 14_250]],
          },
        ],
      },
      {
        title: 'Soutenir les associations du village',
        manager: 'Secrétariat',
        ...mayor,
        categories: ['Culture', 'Sports'],
        sdgs: [11, 17],
      },
    ],
  },
]
