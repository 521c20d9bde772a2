// What everybody may know of PINs: the types. How they are opened stays in open-pin.ts.
export { OneTimePassword, Pin } from './open-pin.ts';
