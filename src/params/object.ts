import { OBJECT_NAMES } from '#lib/server/api/data.ts';

export const match = (name: string): boolean => (OBJECT_NAMES as readonly string[]).includes(name);
