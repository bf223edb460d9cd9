import { useMemo } from 'react';
import { compareBuildings } from '#core/inventory/room-order.ts';
import { PRIORITIES, SCOPES } from '#core/targets/target-profile.ts';
import { useAppState, useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { PRIORITY_LABELS, SCOPE_LABELS } from '#texts/fields.ts';
import { UNKNOWN } from '#texts/format.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { SelectField } from '#ui/field.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import styles from './gaps-page.module.css';
import { GAP_STATES, type MatrixFilter } from './matrix-model.ts';

/** Which rooms and which targets the matrix shows. */
export const MatrixFilters = ({
  filter,
  onChange,
}: {
  readonly filter: MatrixFilter;
  readonly onChange: (part: Partial<MatrixFilter>) => void;
}) => {
  const rooms = useRoomsById();
  const profile = useAppState((state) => state.profile);
  const { stage } = useGapAnalysis();
  const buildings = useMemo(
    () => [...new Set([...rooms.values()].map(({ building }) => building ?? ''))].toSorted(compareBuildings),
    [rooms],
  );
  const stages = profile.stages.filter((entry) => entry.stage <= stage);
  return (
    <div className={styles.filters}>
      {buildings.length > 1 && (
        <SelectField
          label={GAPS_TEXTS.building}
          isLabelHidden
          value={filter.building ?? '*'}
          options={[
            { value: '*', label: GAPS_TEXTS.allBuildings },
            ...buildings.map((building) => ({
              value: building,
              label: building === '' ? UNKNOWN : building,
            })),
          ]}
          onChange={(value) => onChange({ building: value === '*' ? null : value })}
        />
      )}
      <SelectField
        label={GAPS_TEXTS.roomType}
        isLabelHidden
        value={filter.roomType ?? ''}
        options={[
          { value: '', label: GAPS_TEXTS.allRoomTypes },
          ...profile.roomTypes.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => onChange({ roomType: value === '' ? null : value })}
      />
      <SelectField
        label={GAPS_TEXTS.scope}
        isLabelHidden
        value={filter.scope ?? ''}
        options={[
          { value: '', label: GAPS_TEXTS.allScopes },
          ...SCOPES.map((scope) => ({ value: scope, label: SCOPE_LABELS[scope] })),
        ]}
        onChange={(value) => onChange({ scope: value === '' ? null : value })}
      />
      <SelectField
        label={GAPS_TEXTS.priority}
        isLabelHidden
        value={filter.priority ?? ''}
        options={[
          { value: '', label: GAPS_TEXTS.allPriorities },
          ...PRIORITIES.map((priority) => ({ value: priority, label: PRIORITY_LABELS[priority] })),
        ]}
        onChange={(value) =>
          onChange({ priority: PRIORITIES.find((priority) => priority === value) ?? null })
        }
      />
      {stages.length > 1 && (
        <SelectField
          label={GAPS_TEXTS.lineStage}
          isLabelHidden
          value={filter.stage === null ? '' : String(filter.stage)}
          options={[
            { value: '', label: GAPS_TEXTS.allStages },
            ...stages.map((entry) => ({
              value: String(entry.stage),
              label: GAPS_TEXTS.ofStage(entry.stage),
            })),
          ]}
          onChange={(value) => onChange({ stage: value === '' ? null : Number(value) })}
        />
      )}
      <SelectField
        label={GAPS_TEXTS.state}
        isLabelHidden
        value={filter.state ?? ''}
        options={[
          { value: '', label: GAPS_TEXTS.allStates },
          ...GAP_STATES.map((state) => ({ value: state, label: GAPS_TEXTS.states[state] })),
        ]}
        onChange={(value) => onChange({ state: GAP_STATES.find((state) => state === value) ?? null })}
      />
    </div>
  );
};

/** What the signs of the matrix mean. */
export const MatrixLegend = () => {
  const texts = GAPS_TEXTS.legend;
  return (
    <ul className={styles.marks} aria-label={texts.label}>
      <li>
        <StatusMark tone="met">{texts.met}</StatusMark>
      </li>
      <li>
        <StatusMark tone="part">{texts.part}</StatusMark>
      </li>
      <li>
        <StatusMark tone="gap">{texts.gap}</StatusMark>
      </li>
      <li>
        <StatusMark tone="surplus">{texts.surplus}</StatusMark>
      </li>
      <li>
        <StatusMark tone="exempt" isTag>
          {GAPS_TEXTS.exemptShort}
        </StatusMark>{' '}
        {texts.exempt}
      </li>
      <li>
        <StatusMark tone="none">{texts.none}</StatusMark>
      </li>
      <li>
        <StatusMark tone="defective">{texts.defective}</StatusMark>
      </li>
      <li>
        <StatusMark tone="over-age">{texts.overAge}</StatusMark>
      </li>
    </ul>
  );
};
