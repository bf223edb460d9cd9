/**
 * Draws every screen of the built app and every page of the sample school's report into `bilder/`, to be looked at, and the
 * pictures of the handbook (`docs/handbuch/bilder`).
 *
 * npm run bilder
 * npm run bilder -- --handbuch   only the pictures of the handbook
 *
 * Exit 1 when the browser reported an error or a picture could not be drawn. What is left out for lack of a tool is said
 * at the end; it does not fail the run.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, ROOT } from './lib/install.mjs';
import { smallPng } from './lib/small-png.mjs';
import { ensureTools, findPdfToPng } from './lib/tools.mjs';

ensureInstalled();
const { chromium } = await import('@playwright/test');
const { bundleCli } = await import('./lib/bundle-cli.mjs');
const { serveFolder } = await import('./lib/serve.mjs');

const OUTPUT = join(ROOT, 'bilder');
const README_PICTURE = join(ROOT, 'docs', 'bilder', 'uebersicht.png');
const HANDBOOK_PICTURES = join(ROOT, 'docs', 'handbuch', 'bilder');
const ONLY_HANDBOOK = process.argv.includes('--handbuch');
/** The pictures change with the app, not with the day. */
const NOW = new Date('2026-11-25T10:00:00+01:00');
const SAMPLE = join(ROOT, 'resources', 'sample-school');
const LIST = join(SAMPLE, 'geraeteliste.xlsx');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
/** What pictures of the handbook show: all the same size, known before they are loaded. */
const HANDBOOK_CLIP = { x: 0, y: 0, width: 1280, height: 700 };
const SCHEMES = [
  { word: 'hell', colorScheme: 'light' },
  { word: 'dunkel', colorScheme: 'dark' },
];
/** Quiet, and without the sandbox, which needs rights that a container does not give. */
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const goTo = (page, hash) =>
  page.evaluate((target) => {
    window.location.hash = target;
  }, hash);
const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

/** A scanner is a keyboard that types fast and ends with Enter; each code is answered before the next one. */
const scan = async (page, codes) => {
  for (const code of codes) {
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.locator('[aria-live="assertive"]').filter({ hasText: code }).waitFor();
  }
};

/** Reports of five made-up schools, as files to choose. */
const schoolReports = async () => {
  const { FIVE_SCHOOLS, schoolReportFile } = await import(
    pathToFileURL(await bundleCli('school-reports', 'tests/harness')).href
  );
  const reports = await Promise.all(FIVE_SCHOOLS.map((school) => schoolReportFile(school, '2026-11-20')));
  return reports.map(({ name, bytes }) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }));
};

/** What a device management would list of the sample school: two of its tablets, one under another name, and a new one. */
const listOfDeviceManagement = () => {
  const { devices } = JSON.parse(readFileSync(join(SAMPLE, 'raeume-und-geraete.json'), 'utf8'));
  const tablets = devices.filter(
    ({ categoryId, serialNumber, status }) =>
      categoryId === 'TAB' && serialNumber !== undefined && status !== 'decommissioned',
  );
  const rows = [
    ['Name', 'Seriennummer', 'Modell', 'Letzte Verbindung'],
    ['iPad Wagen 1 Platz 1', tablets[0].serialNumber, '', '20.11.2026 07:55'],
    ['', tablets[1].serialNumber, '', '21.11.2026 08:10'],
    ['iPad Leihgerät', 'DMPXQ2KLMF3M', 'iPad (9. Generation)', '21.11.2026 08:00'],
  ];
  const text = rows.map((cells) => cells.join(';')).join('\n');
  return { name: 'geraeteverwaltung.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
};

/**
 * Each screen: how to get there from the one before it, and what has to be seen before the picture is taken. `handbook` names its
 * picture there.
 */
const SCREENS = [
  {
    name: 'start',
    handbook: 'start',
    open: (page) => page.getByRole('radio', { name: /Beispielschule/ }).waitFor(),
  },
  {
    name: 'start-uebergabe',
    handbook: 'start-uebergabe',
    open: (page) => page.getByRole('radio', { name: /Von einem anderen PC/ }).check(),
  },
  {
    name: 'uebersicht',
    handbook: 'uebersicht',
    open: async (page) => {
      await page.getByRole('radio', { name: /Beispielschule/ }).check();
      await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
      await heading(page, /Übersicht/);
    },
  },
  {
    name: 'raeume',
    handbook: 'raeume',
    open: async (page) => {
      await goTo(page, '/raeume');
      await heading(page, /Räume/);
      await page.getByRole('link', { name: /203/ }).first().waitFor();
    },
  },
  {
    name: 'raum',
    handbook: 'raum',
    open: async (page) => {
      await page.getByRole('link', { name: /203/ }).first().click();
      await heading(page, /203/);
    },
  },
  {
    name: 'geraete',
    handbook: 'geraete',
    open: async (page) => {
      await goTo(page, '/geraete');
      await page.getByRole('grid', { name: 'Geräte' }).getByRole('rowheader').first().waitFor();
    },
  },
  {
    name: 'geraete-auswahl',
    handbook: 'geraete-auswahl',
    open: async (page) => {
      await page.getByRole('grid', { name: 'Geräte' }).focus();
      await page.keyboard.press('Space');
      for (let rows = 0; rows < 5; rows += 1) await page.keyboard.press('Shift+ArrowDown');
      await page
        .getByText(/\d ausgewählt/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'geraete-karte',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('complementary').waitFor();
    },
  },
  {
    name: 'soll-ist-warum',
    handbook: 'soll-ist',
    open: async (page) => {
      await goTo(page, '/soll-ist');
      await heading(page, /Soll-Ist/);
      await page
        .getByRole('gridcell', { name: /Lücke [1-9]/ })
        .first()
        .click();
      await page.getByRole('complementary').waitFor();
    },
  },
  {
    name: 'soll-ist-schule',
    open: async (page) => {
      await goTo(page, '/soll-ist/schule');
      await page.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'soll-ist-diagramm',
    open: async (page) => {
      await goTo(page, '/soll-ist/diagramm');
      await page.locator('.recharts-surface').first().waitFor();
    },
  },
  {
    name: 'soll-ist-beschaffung',
    open: async (page) => {
      await goTo(page, '/soll-ist/beschaffung');
      await page.getByRole('table').first().waitFor();
    },
  },
  ...[
    ['soll-ist-umverteilung', '/soll-ist/umverteilung'],
    ['soll-ist-budget', '/soll-ist/budget'],
    ['soll-ist-ersatz', '/soll-ist/ersatz'],
    ['ziele-kategorien', '/ziele/kategorien'],
    ['ziele-raumtypen', '/ziele/raumtypen'],
    ['ziele-foerderprogramme', '/ziele/foerderprogramme'],
    ['schuljahreswechsel', '/raeume/schuljahr'],
  ].map(([name, path]) => ({
    name,
    open: async (page) => {
      await goTo(page, path);
      await page.getByRole('table').first().waitFor();
    },
  })),
  {
    name: 'soll-ist-szenarien',
    open: async (page) => {
      await goTo(page, '/soll-ist/szenarien');
      await page.getByRole('button', { name: 'Szenario anlegen' }).waitFor();
    },
  },
  {
    name: 'ziele',
    handbook: 'ziele',
    open: async (page) => {
      await goTo(page, '/ziele');
      await page.getByRole('textbox', { name: 'Ziel als Satz' }).waitFor();
    },
  },
  {
    name: 'ziele-editionen',
    open: async (page) => {
      await goTo(page, '/ziele/editionen');
      await page.getByRole('button', { name: 'Profil einlesen …' }).waitFor();
    },
  },
  {
    name: 'import-datei',
    open: async (page) => {
      await goTo(page, '/import');
      await page.getByRole('button', { name: 'Datei auswählen …' }).waitFor();
    },
  },
  {
    name: 'import-spalten',
    open: async (page) => {
      await page.getByLabel('Datei auswählen').setInputFiles(LIST);
      await page.getByRole('button', { name: 'Weiter', exact: true }).waitFor();
    },
  },
  {
    name: 'import-vorschau',
    handbook: 'import-vorschau',
    open: async (page) => {
      await page.getByRole('button', { name: 'Weiter', exact: true }).click();
      const onward = page.getByRole('button', { name: /Weiter: Vorschau|übernehmen$/ }).last();
      await onward.waitFor();
      if ((await onward.textContent()) === 'Weiter: Vorschau') await onward.click();
      await page.getByRole('grid', { name: 'Zeilen der Liste' }).waitFor();
    },
  },
  {
    name: 'berichte',
    handbook: 'berichte',
    open: async (page) => {
      await goTo(page, '/berichte');
      await heading(page, /Bericht/);
      await page.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'verlauf',
    handbook: 'verlauf',
    open: async (page) => {
      await goTo(page, '/verlauf');
      await heading(page, /Verlauf/);
      await page.getByRole('grid').getByText('Beispielschule geladen').click();
      await page.getByRole('complementary').waitFor();
    },
  },
  {
    name: 'papierkorb',
    open: async (page) => {
      await goTo(page, '/verlauf/papierkorb');
      await page.getByText(/Der Papierkorb ist leer/).waitFor();
    },
  },
  {
    name: 'einstellungen',
    handbook: 'einstellungen',
    open: async (page) => {
      await goTo(page, '/einstellungen');
      await heading(page, /Einstellungen/);
    },
  },
  {
    name: 'uebergabe',
    handbook: 'uebergabe',
    open: async (page) => {
      await page.getByRole('button', { name: 'Übergabedatei speichern …' }).click();
      await page.getByRole('dialog', { name: 'Übergabedatei speichern' }).waitFor();
    },
  },
  {
    name: 'etiketten',
    handbook: 'etiketten',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await goTo(page, '/etiketten');
      await page.getByLabel('Etiketten für').selectOption('devices');
      await page.getByRole('img', { name: /^Vorschau/ }).waitFor();
    },
  },
  {
    name: 'inventur',
    handbook: 'inventur',
    open: async (page) => {
      await goTo(page, '/inventur');
      await page.getByRole('button', { name: 'Inventur beginnen …' }).click();
      await page.getByRole('textbox', { name: /Wer zählt/ }).fill('IT-Koordination');
      await page.getByRole('button', { name: 'Inventur beginnen', exact: true }).click();
      await page.getByRole('link', { name: /204 \(Haus A\)/ }).click();
      await heading(page, /204/);
      await scan(page, ['GSL-0042', 'GSL-0043', 'GSL-0044', 'GSL-0045', 'FREMD-77', 'GSL-0062']);
    },
  },
  {
    name: 'traeger',
    handbook: 'traeger',
    open: async (page) => {
      await goTo(page, '/traeger');
      await page.getByLabel('Dateien wählen …').setInputFiles(await schoolReports());
      await page.getByText(/^5 Schulen aus 5 Dateien/).waitFor();
      await page.getByRole('tab', { name: /^Schulen/ }).click();
      await page.locator('.recharts-surface').first().waitFor();
    },
  },
  {
    name: 'abgleich',
    handbook: 'abgleich',
    open: async (page) => {
      await goTo(page, '/import');
      await page.getByRole('button', { name: 'Mit Geräteverwaltung abgleichen …' }).click();
      await page.locator('input[type="file"]').setInputFiles(listOfDeviceManagement());
      await page.getByRole('heading', { name: /nur dort/ }).waitFor();
    },
  },
  {
    name: 'stoerung',
    handbook: 'stoerung',
    open: async (page) => {
      await goTo(page, '/geraete');
      await page.getByRole('searchbox', { name: 'In der Liste suchen' }).fill('Dokumentenkamera');
      const row = page.getByRole('row').filter({ hasText: 'in Betrieb' }).first();
      await row.getByRole('gridcell').first().click();
      await page.getByRole('button', { name: 'Störung melden …' }).click();
      await page.getByLabel('Was ist kaputt?').fill('Das Bild bleibt schwarz, die Lampe leuchtet.');
      await page.getByLabel('Seit').fill('23.11.2026');
      await page.getByLabel('Rückfragen an').fill('IT-Koordination, 03871 1234');
    },
  },
  {
    name: 'suche',
    open: async (page) => {
      await goTo(page, '/');
      await heading(page, /Übersicht/);
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('20');
    },
  },
  {
    name: 'tasten',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+F1');
      await page.getByRole('dialog').waitFor();
    },
  },
];

const twoDigits = (value) => String(value).padStart(2, '0');

/** Waits until what is written is drawn: fonts, lazy parts, and the frame after the next one. */
const settle = async (page) => {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  // Drawers and dialogs move for 120 ms, charts measure their frame after a change of size.
  await page.waitForTimeout(200);
};

/** What a page of the handbook shows: light, small, without the mark of where the keyboard is. */
const drawForHandbook = async (page, name) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await settle(page);
  const bytes = smallPng(await page.screenshot({ caret: 'hide', clip: HANDBOOK_CLIP }));
  writeFileSync(join(HANDBOOK_PICTURES, `${name}.png`), bytes);
  console.log(`Handbuch: ${name}.png, ${Math.ceil(bytes.length / 1024)} kB`);
};

const drawScreens = async (executablePath) => {
  const server = await serveFolder(join(ROOT, 'out', 'renderer'), 0);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  const errors = [];
  try {
    const context = await browser.newContext({
      viewport: SIZES[0],
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
    });
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    let screen = '';
    page.on('pageerror', (error) => errors.push(`${screen}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${screen}: ${message.text()}`);
    });
    await page.goto(server.url);
    for (const [at, { name, handbook, open }] of SCREENS.entries()) {
      screen = name;
      await page.setViewportSize(SIZES[0]);
      await open(page);
      if (handbook !== undefined) await drawForHandbook(page, handbook);
      if (ONLY_HANDBOOK) continue;
      for (const size of SIZES)
        for (const { word, colorScheme } of SCHEMES) {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await settle(page);
          await page.screenshot({
            path: join(OUTPUT, `${twoDigits(at + 1)}-${name}-${size.width}-${word}.png`),
          });
        }
      console.log(`Bildschirm ${twoDigits(at + 1)} ${name}: ${SIZES.length * SCHEMES.length} Bilder`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return errors;
};

/** Runs a tool; its own words are shown only when it fails. */
const run = (command, args) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(`${command} ist gescheitert: ${error?.message ?? `${stdout}${stderr}`}`);
};

const drawReport = async (libreOffice, pdfToPng) => {
  const folder = mkdtempSync(join(tmpdir(), 'bilder-'));
  try {
    const { main } = await import(pathToFileURL(await bundleCli('bericht')).href);
    const args = ['--liste', LIST, '--schule', join(SAMPLE, 'schule.json'), '--aus', 'bericht.xlsx'];
    const status = await main(args, folder);
    if (status !== 0) throw new Error(`Der Bericht wurde nicht geschrieben (Status ${status}).`);
    // An own profile: an open LibreOffice of the user's would otherwise swallow the order.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profil')).href}`;
    const report = join(folder, 'bericht.xlsx');
    run(libreOffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, report]);
    run(pdfToPng, ['-png', '-r', '80', join(folder, 'bericht.pdf'), join(OUTPUT, 'bericht-seite')]);
    const pages = readdirSync(OUTPUT).filter((file) => file.startsWith('bericht-seite')).length;
    console.log(`Bericht: ${pages} Seiten`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const { chromium: browserPath, libreOffice } = ensureTools();
const pdfToPng = findPdfToPng();
if (!ONLY_HANDBOOK) rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
mkdirSync(HANDBOOK_PICTURES, { recursive: true });

const leftOut = [];
const errors = [];
if (browserPath === null) {
  leftOut.push(
    'alle Bildschirme: kein Chromium gefunden. Installieren Sie eines oder setzen Sie CHROMIUM_PATH.',
  );
} else {
  const built = spawnSync('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) process.exit(1);
  errors.push(...(await drawScreens(browserPath)));
  if (!ONLY_HANDBOOK) {
    mkdirSync(join(ROOT, 'docs', 'bilder'), { recursive: true });
    copyFileSync(join(OUTPUT, '02-uebersicht-1280-hell.png'), README_PICTURE);
    console.log('Bild der README: docs/bilder/uebersicht.png');
  }
}

if (ONLY_HANDBOOK) console.log('Nur die Bilder des Handbuchs.');
else if (libreOffice === null) leftOut.push('alle Seiten des Berichts: LibreOffice (soffice) fehlt.');
else if (pdfToPng === null) leftOut.push('alle Seiten des Berichts: pdftoppm (Paket poppler-utils) fehlt.');
else await drawReport(libreOffice, pdfToPng);

for (const sentence of leftOut) console.warn(`AUSGELASSEN – ${sentence}`);
for (const error of errors) console.error(`FEHLER im Browser – ${error}`);
console.log(`Fertig: ${readdirSync(OUTPUT).length} Bilder in bilder/`);
process.exitCode = errors.length > 0 ? 1 : 0;
