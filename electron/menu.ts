/** The menu, in Dutch: what every window has, and no key of its own that a screen could want. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export function setMenu(newWindow: () => void): void {
  const apart: MenuItemConstructorOptions = { type: 'separator' };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: 'Veldwerk afsluiten' };
  const isMac = process.platform === 'darwin';
  const ofMac: MenuItemConstructorOptions[] = [
    {
      label: 'Veldwerk',
      submenu: [
        { role: 'about', label: 'Over Veldwerk' },
        apart,
        { role: 'hide', label: 'Veldwerk verbergen' },
        { role: 'hideOthers', label: 'Andere verbergen' },
        { role: 'unhide', label: 'Alles tonen' },
        apart,
        quit,
      ],
    },
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? ofMac : []),
      {
        label: 'Bestand',
        submenu: [
          { id: 'new-window', label: 'Nieuw venster voor een collega', click: newWindow },
          { role: 'close', label: 'Venster sluiten' },
          ...(isMac ? [] : [apart, quit]),
        ],
      },
      {
        label: 'Bewerken',
        submenu: [
          { role: 'undo', label: 'Ongedaan maken' },
          { role: 'redo', label: 'Opnieuw' },
          apart,
          { role: 'cut', label: 'Knippen' },
          { role: 'copy', label: 'Kopiëren' },
          { role: 'paste', label: 'Plakken' },
          { role: 'selectAll', label: 'Alles selecteren' },
        ],
      },
      {
        label: 'Beeld',
        submenu: [
          { role: 'resetZoom', label: 'Ware grootte' },
          { role: 'zoomIn', label: 'Groter' },
          { role: 'zoomOut', label: 'Kleiner' },
          apart,
          { role: 'togglefullscreen', label: 'Volledig scherm' },
          ...(app.isPackaged ? [] : [apart, { role: 'toggleDevTools' } as const]),
        ],
      },
    ]),
  );
}
