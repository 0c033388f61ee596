import './sending.tsx'
import './report.tsx'

export { pages } from './routes.ts'
