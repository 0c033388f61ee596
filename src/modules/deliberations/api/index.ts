import './meetings.ts'
import './items.ts'
import './import.ts'

export { api } from './routes.ts'
