import { useRef } from 'react';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { Menu } from '#ui/menu.tsx';
import type { ImportModel } from './use-import.ts';
import { useMappingFile } from './use-mapping-file.ts';

const TEXTS = IMPORT_TEXTS.columns;

/** A mapping as a file: saved for a colleague or the command line, and taken from one. */
export const MappingMenu = ({ model }: { readonly model: ImportModel }) => {
  const input = useRef<HTMLInputElement>(null);
  const { save, load } = useMappingFile(model);
  return (
    <>
      <Menu
        label={TEXTS.mappingMenu}
        variant="quiet"
        items={[
          { id: 'save', label: TEXTS.save, onSelect: () => void save() },
          { id: 'load', label: TEXTS.load, onSelect: () => input.current?.click() },
        ]}
      />
      <input
        ref={input}
        type="file"
        hidden
        aria-label={TEXTS.load}
        accept=".json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void load(file);
        }}
      />
    </>
  );
};
