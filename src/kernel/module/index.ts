export { type Module } from './manifest.ts'
export { type House, assemble } from './house.ts'
export { fill, type Slot, slot } from './slot.ts'
export { checkNeeds, inOrderOfNeeds } from './needs.ts'
