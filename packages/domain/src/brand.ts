declare const brand: unique symbol;

/**
 * A `Base` that went through the parser of its name. There is no other way to make one, so a
 * function that takes a `ContractId` need not ask again whether it is one.
 */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };
