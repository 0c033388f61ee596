import '../review/page.tsx'
import './meeting.tsx'

export { pages } from './routes.ts'
