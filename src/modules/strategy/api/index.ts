import './plans.ts'
import './elements.ts'
import './parts.ts'

export { api } from './routes.ts'
