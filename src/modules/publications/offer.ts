import type { ApiRoutes, PageRoutes } from '#kernel/http'
import { addFileApi, addFilePages } from './annexes/routes.tsx'
import { addApi } from './api.ts'
import type { Origin } from './origin.ts'
import { addPages } from './pages/meeting.tsx'
import { addReviewApi } from './review/api.ts'
import { addReviewPages } from './review/page.tsx'

/** Adds, below `/meetings/:id/publication`, all by which what is prepared somewhere is looked at, judged, published and withdrawn. */
export function offerPublication(origin: Origin, to: { pages: PageRoutes; api: ApiRoutes }): void {
  addPages(to.pages, origin)
  addReviewPages(to.pages, origin)
  addFilePages(to.pages, origin)
  addApi(to.api, origin)
  addReviewApi(to.api, origin)
  addFileApi(to.api, origin)
}
