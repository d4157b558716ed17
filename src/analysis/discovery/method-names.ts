/** Ways to look for boxes: PRIM peels a box from all draws, CART divides them by a tree. */
export const DISCOVERY_METHODS = ['prim', 'cart'] as const
export type DiscoveryMethod = (typeof DISCOVERY_METHODS)[number]
