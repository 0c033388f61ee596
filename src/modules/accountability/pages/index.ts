import './dashboard.tsx'
import './documents.tsx'
import './one-page.tsx'

export { pages } from './routes.ts'
