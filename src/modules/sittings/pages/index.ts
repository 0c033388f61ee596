import './attendance.tsx'
import './session.tsx'
import './remaining.tsx'

export { pages } from './routes.ts'
