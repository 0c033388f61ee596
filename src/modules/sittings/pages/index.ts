import './attendance.tsx'
import './session.tsx'
import './remaining.tsx'
import './movements.tsx'
import './hours.tsx'
import './urgency.tsx'

export { pages } from './routes.ts'
