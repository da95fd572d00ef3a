/** A field of a form as text without blanks around it; what is not there, or is a file, is empty. */
export const fieldOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** A password as it was typed, blanks and all. */
export const passwordOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
