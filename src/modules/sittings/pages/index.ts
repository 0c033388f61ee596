import './attendance.tsx'
import './grid.tsx'
import './hours.tsx'
import './incidents.tsx'
import './movements.tsx'
import './proxies.tsx'
import './urgency.tsx'

export { pages } from './routes.ts'
