import { useState } from 'react';

/**
 * A thing as it was when somebody began to change it here. What others save meanwhile takes no typed word away; saving over it is
 * refused by the version, in words.
 */
export const useAsBegun = <T>(current: T): T => useState(current)[0];
