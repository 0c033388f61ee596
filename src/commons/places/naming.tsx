import { sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import { bears } from '#kernel/access'
import { t } from '#kernel/i18n'
import { Suggestions } from '#kernel/ui'
import { agent } from '#commons/directory'
import {
  answered,
  type Field,
  type Given,
  inFrenchOrder,
  rowsOf,
  type Said,
} from '#commons/records'
import { hasStreets, otherNames, proposedStreets, settled, streetPath } from './known.ts'
import {
  briefly,
  houseInWords,
  inFull,
  inWords,
  type Place,
  placeIn,
  pointInWords,
  townOf,
} from './place.ts'
import { placeFields, streetList } from './row.tsx'

type Places = readonly Place[]

/**
 * Places of which a dossier speaks, as many as `most`: streets of the register or others, each with number, box, postal
 * code, locality, and where known parcel and point. The column is `jsonb not null default '[]'`, and the migration
 * says `select commons.index_places('permits.permit', 'places')`.
 */
export function placesNamed(most: number, said: Said): Field<Places, Given<typeof placeFields>[]> {
  const { long: _, ...rows } = rowsOf(
    most,
    placeFields,
    said,
    (given, name) => settled(given as unknown as Places, name), // Rows of these fields.
  ) as unknown as Field<Places, Given<typeof placeFields>[]>
  return {
    ...rows,
    indexed: true,
    answer: z.array(z.object(answered(placeFields))),
    input: async (name, value, asking) => (
      <div class="places">
        {await rows.input(name, value, asking)}
        <Suggestions id={streetList(name)} of={await proposedStreets()} />
      </div>
    ),
    shown: async (values) => {
      const isUnknown = await unknownIn(values)
      return (value) =>
        value.length > 0 &&
        value.map((place, at) => (
          <>
            {at > 0 && <br />}
            <PlaceLine of={place} unknown={isUnknown(place)} />
          </>
        ))
    },
    brief: async () => (value) => value.map(briefly).join('; '),
    plain: async () => (value) => value.map(inFull).join('; '),
    words: async (values) => {
      const ids = values.flat().flatMap(({ street }) => street.id ?? [])
      const others = await otherNames([...new Set(ids)])
      return (value) =>
        value
          .map((place) => [inFull(place), ...(others.get(place.street.id ?? '') ?? [])].join(' '))
          .join('\n')
    },
    leaves: { schema: z.array(z.string()), told: async () => (value) => value.map(inWords) },
    typed: (cell) =>
      cell
        .split(/[;\n]/)
        .filter((part) => part.trim() !== '')
        .map(placeIn),
    order: (column) =>
      inFrenchOrder(sql`(${column} #>> '{0,street,name}') || ' '
        || lpad(coalesce(substring(${column} #>> '{0,number}' from '^\\d+'), ''), 6, '0')`),
    narrow: 'words',
    holds: (words, column, field) => {
      const [street = '', town = ''] = words.split(' · ')
      const [code] = /^\d{4}/.exec(town.trim()) ?? []
      const key = sql`commons.street_key(${street})`
      return sql<SqlBool>`(${column} is not null and d.id in (
        select n.dossier_id from commons.named_place n
        where n.field = ${field} and (position(${key} in n.key || ' ' || n.number) > 0 or n.street_id in (
          select o.street_id from commons.street_name o where position(${key} in o.key) > 0))
        and ${code ? sql`n.postal_code in ('', ${code})` : sql`true`}))`
    },
    proposed: proposedStreets,
  }
}

/** Which of these places have a street that the register lacks; none where the authority keeps no register. */
async function unknownIn(values: readonly Places[]): Promise<(place: Place) => boolean> {
  const some = values.flat().some(({ street }) => street.id === null)
  const kept = some && (await hasStreets())
  return ({ street }) => kept && street.id === null
}

function PlaceLine({ of: place, unknown }: { of: Place; unknown: boolean }) {
  const { street, parcel, point } = place
  const after = [
    houseInWords(place) && ` ${houseInWords(place)}`,
    townOf(place) && `, ${townOf(place)}`,
  ]
  const more = [parcel && t('places.of_parcel', { parcel }), point && pointInWords(point)]
  return (
    <>
      {street.id && bears(agent.principal) ? (
        <a href={streetPath(street.id)}>{street.name}</a>
      ) : (
        street.name
      )}
      {after.filter(Boolean).join('')}
      {unknown && <span class="muted"> ({t('places.unknown')})</span>}
      {more.some(Boolean) && <small class="muted"> {more.filter(Boolean).join(' · ')}</small>}
    </>
  )
}
