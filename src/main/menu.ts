import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../bridge/contract.ts';
import { MENU_TEXTS } from './texts.ts';

/**
 * The German menu. Commands of the app are carried out by the page, which listens to the same keys; the menu shows
 * them without taking them away (`registerAccelerator: false`), so that each key does its work once.
 */
export const menuTemplate = (send: (command: MenuCommand) => void): MenuItemConstructorOptions[] => {
  const command = (id: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => send(id),
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      label: MENU_TEXTS.file,
      submenu: [
        command('new', MENU_TEXTS.new, 'Ctrl+N'),
        command('import', MENU_TEXTS.import),
        command('report', MENU_TEXTS.report),
        line,
        command('print', MENU_TEXTS.print, 'Ctrl+P'),
        command('settings', MENU_TEXTS.settings),
        line,
        { role: 'quit', label: MENU_TEXTS.quit },
      ],
    },
    {
      label: MENU_TEXTS.edit,
      submenu: [
        command('undo', MENU_TEXTS.undo, 'Ctrl+Z'),
        command('redo', MENU_TEXTS.redo, 'Ctrl+Y'),
        line,
        { role: 'cut', label: MENU_TEXTS.cut },
        { role: 'copy', label: MENU_TEXTS.copy },
        { role: 'paste', label: MENU_TEXTS.paste },
        { role: 'selectAll', label: MENU_TEXTS.selectAll, registerAccelerator: false },
        line,
        command('search', MENU_TEXTS.search, 'Ctrl+K'),
      ],
    },
    {
      label: MENU_TEXTS.view,
      submenu: [
        { role: 'zoomIn', label: MENU_TEXTS.zoomIn },
        { role: 'zoomOut', label: MENU_TEXTS.zoomOut },
        { role: 'resetZoom', label: MENU_TEXTS.zoomReset },
        line,
        { role: 'togglefullscreen', label: MENU_TEXTS.fullScreen },
      ],
    },
    {
      label: MENU_TEXTS.help,
      submenu: [
        command('handbook', MENU_TEXTS.handbook, 'F1'),
        command('keys', MENU_TEXTS.keys, 'Shift+F1'),
        line,
        command('about', MENU_TEXTS.about),
      ],
    },
  ];
};
