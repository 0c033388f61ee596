import type { Call } from '#kernel/http'
import type { LiesAt } from '#kernel/tenancy'
import { openFile } from '#commons/publication'
import { countAsked } from '../brake.ts'
import { placed } from './authorities.ts'

/** Longitude first, as GeoJSON has it. */
const pointAt = (at: LiesAt | null) => at && { type: 'Point', coordinates: [at[1], at[0]] }

/** The authorities of which something is public, and no other, with a point where they say where they are (RFC 7946). */
export async function geojsonOfAll(c: Call): Promise<Response> {
  countAsked('lists')
  const features = (await placed(c)).map(
    ({ site, slug, name, short_name, kind, lies_at, ...one }) => ({
      ...{ type: 'Feature', id: slug, geometry: pointAt(lies_at) },
      properties: {
        ...{ name, short_name, kind, url: `${site}/decisions` },
        ...{ decisions: one.decisions, projects: one.projects, since: one.since },
      },
    }),
  )
  return openFile(
    new Response(JSON.stringify({ type: 'FeatureCollection', features }), {
      headers: { 'content-type': 'application/geo+json' },
    }),
  )
}
