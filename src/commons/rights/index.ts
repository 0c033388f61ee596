import type { Module } from '#kernel/module'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages/index.ts'

export { otherStandpoints } from './matrix.ts'

/** Who may do what (matrice des droits): of the whole house, asked of it as it stands, and of one person. */
export const rightsModule: Module = {
  name: 'rights',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'exports', 'people', 'workflow'],
  pages,
  api,
}
