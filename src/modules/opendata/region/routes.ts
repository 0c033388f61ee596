import { z } from 'zod'
import { form, optionalLine, RegionRoutes } from '#kernel/http'
import { failedAnswer } from '../forms.tsx'
import { Listing } from '../oparl/listing.ts'
import { catalogueOfAll } from './catalogue.ts'
import { changesOfAll } from './changes.ts'
import { geojsonOfAll } from './geojson.ts'
import { bodiesOfAll, systemOfAll } from './oparl.ts'
import { robotsOfAll, sitemapOfAll } from './sitemap.ts'
import { dumpOfAll } from './whole.ts'

/** What programs read of all authorities together, at the host name of the portal. */
export const ofAll = new RegionRoutes('', failedAnswer)

ofAll.get('/open-data/dump.ndjson.gz', dumpOfAll)
ofAll.get('/open-data/changes', form(z.object({ after: optionalLine(500) })), (c, { after }) =>
  changesOfAll(c, after),
)
ofAll.get('/open-data/catalogue', (c) => catalogueOfAll(c))
ofAll.get('/open-data/catalogue.ttl', (c) => catalogueOfAll(c, 'ttl'))
ofAll.get('/open-data/authorities.geojson', geojsonOfAll)
ofAll.get('/oparl/system', systemOfAll)
ofAll.get('/oparl/bodies', form(Listing), bodiesOfAll)
ofAll.get('/sitemap.xml', sitemapOfAll)
ofAll.get('/robots.txt', robotsOfAll)
