import './list.tsx'
import './authority.tsx'
import './identity.tsx'
import './profile.tsx'

export { pages } from './routes.ts'
