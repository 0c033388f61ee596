import type { Report, ReportCell } from '../report.ts'

const rich: Extract<Report['blocks'][number], { kind: 'rich' }>['blocks'] = [
  { type: 'heading', level: 3, children: [{ type: 'text', text: 'Contexte', marks: [] }] },
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'La place est ', marks: [] },
      { type: 'text', text: 'réaménagée', marks: ['bold'] },
      { type: 'text', text: ' en deux phases, concertées avec les riverains.', marks: [] },
    ],
  },
  {
    type: 'list',
    ordered: true,
    start: 3,
    items: [
      [{ type: 'paragraph', children: [{ type: 'text', text: 'plantations', marks: [] }] }],
      [{ type: 'paragraph', children: [{ type: 'text', text: 'mobilier', marks: [] }] }],
    ],
  },
  {
    type: 'table',
    rows: [
      {
        header: true,
        cells: [
          {
            header: true,
            colspan: 2,
            rowspan: 1,
            children: [
              { type: 'paragraph', children: [{ type: 'text', text: 'Phases', marks: [] }] },
            ],
          },
        ],
      },
    ],
  },
]

const day = (text: string) => Temporal.PlainDate.from(text)

/** A report with all that a report can hold. */
export const plan: Report = {
  title: 'Plan stratégique 2025–2030',
  subtitle: 'Suivi au 30 juin 2026',
  facts: [
    { label: 'Période', value: '2025 à 2030' },
    { label: 'Présenté au Conseil', value: '25 juin 2026' },
  ],
  blocks: [
    { kind: 'paragraph', text: 'Ce rapport dit où en est chaque action et ce qu’elle coûte.' },
    { kind: 'heading', level: 1, number: '1', text: 'Une commune où l’on se déplace à pied' },
    { kind: 'heading', level: 2, number: '1.1', text: 'Apaiser le centre' },
    {
      kind: 'facts',
      facts: [
        { label: 'Responsable politique', value: 'Échevine de la mobilité' },
        { label: 'Service', value: 'Travaux' },
      ],
    },
    { kind: 'progress', label: 'Avancement des actions', value: 62.5 },
    { kind: 'progress', label: 'Budget engagé', value: 18 },
    { kind: 'heading', level: 4, number: '1.1.1', text: 'Réaménager la place Verte' },
    { kind: 'paragraph', tone: 'soft', text: 'Dernière mise à jour : 12 juin 2026.' },
    { kind: 'rich', blocks: rich },
    {
      kind: 'table',
      caption: 'Actions: état/budget [2026] de l’objectif opérationnel',
      columns: [
        { header: 'N°', width: 0.5 },
        { header: 'Action', width: 3 },
        { header: 'Échéance', kind: 'date' },
        { header: 'Avancement', kind: 'percent' },
        { header: 'Agents', kind: 'number' },
        { header: 'Budget', kind: 'money' },
      ],
      rows: [
        ['1.1.1', 'Réaménager la place Verte', day('2027-03-31'), 62.5, 3, 124_500_000],
        ['1.1.2', 'Zone 30 aux abords des écoles', day('2026-09-01'), 100, 1.5, 1_850_050],
        ['1.1.3', 'Abris pour vélos', null, 0, 1200, 'à fixer'],
      ],
      total: ['', 'Total', null, null, 1204.5, 126_350_050],
    },
  ],
}

/** A table of so many actions. */
export function longPlan(count: number): Report {
  const rows = Array.from({ length: count }, (_, index): ReportCell[] => [
    `1.${index + 1}`,
    `Action ${index + 1} du plan, décrite en quelques mots`,
    day('2027-03-31'),
    index % 101,
    index * 3,
    index * 125_050,
  ])
  const [table] = plan.blocks.filter((block) => block.kind === 'table')
  return { ...plan, blocks: table ? [{ ...table, rows }] : [] }
}
