// Editors' pages come to life in SvelteKit's own client; they are whole without it only as far as signing in.
export const csr = true;
