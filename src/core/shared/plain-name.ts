/** For file names: without letters that Windows refuses and without spaces; umlauts are written out so that mail keeps the name. */
export const plainName = (text: string): string =>
  text
    .replace(/ß/g, 'ss')
    .replace(
      /[äÄöÖüÜ]/g,
      (letter) => ({ ä: 'ae', Ä: 'Ae', ö: 'oe', Ö: 'Oe', ü: 'ue', Ü: 'Ue' })[letter] ?? letter,
    )
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
