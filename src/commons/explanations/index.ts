import { signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { besideDossiers } from '#commons/workflow'
import { api } from './api.ts'
import './locales/index.ts'
import { ExplainedAt, pages } from './pages.tsx'

/** Who can see a dossier, and why; what one can do to it, and why not: read from its readers and its workflow. */
export const explanations: Module = {
  name: 'explanations',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'dossiers', 'workflow'],
  permissions: { read: signedIn },
  pages,
  api,
  fills: [fill(besideDossiers, ExplainedAt)],
}
