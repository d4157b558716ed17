/** What PRIM chooses a slice by, under the names that the EMA Workbench has for them. */
export const OBJECTIVES = ['lenient1', 'lenient2', 'original'] as const
/** Ways to look for boxes: PRIM peels a box from all draws, CART divides them by a tree. */
export const DISCOVERY_METHODS = ['prim', 'cart'] as const
export type DiscoveryMethod = (typeof DISCOVERY_METHODS)[number]
/** Where a box is looked for by the mean of an outcome. */
export const SIDES = ['high', 'low'] as const
