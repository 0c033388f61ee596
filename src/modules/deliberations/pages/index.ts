import './meetings.tsx'
import './meeting.tsx'
import './items.tsx'
import './item.tsx'
import './chain.tsx'

export { pages } from './routes.ts'
