// The site is whole before any script; a page that needs one turns this on for itself.
export const csr = false;
