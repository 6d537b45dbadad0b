/** The saved page has no server, and no saved views with it: this stands for door.tsx there. */
export const SavedViewsDoor = (): null => null;
