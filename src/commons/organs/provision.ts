import type { OrganKind } from '#commons/law'
import type { InsertionMethod } from './insertion.ts'
import { addOrgan, organs } from './organ.ts'

const council: readonly InsertionMethod[] = [
  { by: 'on_privacy', order: ['public', 'secret'] },
  { by: 'on_list_type' },
  { by: 'on_categories' },
]
const college: readonly InsertionMethod[] = [{ by: 'on_list_type' }, { by: 'on_services' }]

interface Fresh {
  kind: OrganKind
  name: string
  acronym: string
  speaks_as: string
  insertion: readonly InsertionMethod[]
}

/** The organs that the law gives to each nature of authority (CDLD L1121-1; loi du 8 juillet 1976). */
const organsOf: Record<string, readonly Fresh[]> = {
  municipality: [
    {
      kind: 'council',
      name: 'Conseil communal',
      acronym: 'CC',
      speaks_as: 'Le Conseil communal',
      insertion: council,
    },
    {
      kind: 'college',
      name: 'Collège communal',
      acronym: 'COL',
      speaks_as: 'Le Collège communal',
      insertion: college,
    },
  ],
  cpas: [
    {
      kind: 'cpas_council',
      name: 'Conseil de l’action sociale',
      acronym: 'CAS',
      speaks_as: 'Le Conseil de l’action sociale',
      insertion: council,
    },
    {
      kind: 'permanent_bureau',
      name: 'Bureau permanent',
      acronym: 'BP',
      speaks_as: 'Le Bureau permanent',
      insertion: college,
    },
  ],
}

/** What an authority starts with: the organs of its nature that it has not. */
export async function provision(kind: string): Promise<void> {
  const known = new Set((await organs()).map((organ) => organ.kind))
  for (const fresh of organsOf[kind] ?? []) if (!known.has(fresh.kind)) await addOrgan(fresh)
}
