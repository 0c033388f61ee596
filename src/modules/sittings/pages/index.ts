import './attendance.tsx'
import './movements.tsx'
import './hours.tsx'
import './urgency.tsx'

export { pages } from './routes.ts'
