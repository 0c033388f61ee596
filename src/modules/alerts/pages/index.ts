import './asking.tsx'
import './figures.tsx'
import './mine.tsx'

export { pages } from './routes.ts'
