/** Pages of the handbook have the names of the screens that they tell of; `page` is the first part of an address. */
export const handbookPathOf = (page: string): string =>
  page === 'handbuch' ? '/handbuch' : `/handbuch/${page === '' ? 'uebersicht' : page}`;
