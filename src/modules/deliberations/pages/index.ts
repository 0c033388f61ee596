import './meetings.tsx'
import './meeting.tsx'
import './attendance.tsx'
import './session.tsx'
import './items.tsx'
import './item.tsx'

export { pages } from './routes.ts'
