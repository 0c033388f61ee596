import './acts.ts'
import './live.tsx'
import './room.tsx'

export { pages } from './routes.ts'
