import { readCents } from '#core/inventory/cell-input.ts';
import { fundingChecks, type CapCheck, type FundingCheck } from '#core/plan/funding-check.ts';
import type { Purchase } from '#core/plan/purchase-plan.ts';
import { SETTINGS } from '#state/settings.ts';
import { ownValue } from '#core/shared/own-value.ts';
import { useAppState, useCategoriesById, useIsReadOnly, useSetting } from '#state/use-app-state.ts';
import { formatEuros } from '#texts/format.ts';
import { FUNDING_TEXTS as TEXTS } from '#texts/purchase.ts';
import { DataTable } from '#ui/data-table.tsx';
import { ParsedField, type Parsed } from '#ui/field.tsx';
import { Notice, Section } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import styles from './purchase.module.css';

const LIST = new Intl.ListFormat('de-DE', { type: 'conjunction' });

const parseCents = (text: string): Parsed<number> => {
  if (text === '') return { ok: true, value: null };
  const cents = readCents(text);
  return cents === null || cents === 0 ? { ok: false, message: TEXTS.sumError } : { ok: true, value: cents };
};

/** What is planned against the caps of the funding programmes of the profile. */
export const ProgrammesSection = ({ purchases }: { readonly purchases: readonly Purchase[] }) => {
  const profile = useAppState((state) => state.profile);
  const devices = useAppState((state) => state.inventory.devices);
  const [sums, storeSums] = useSetting(SETTINGS.programmeSums);
  const checks = fundingChecks(profile, purchases, devices, sums);
  if (checks.length === 0) return null;
  return (
    <Section title={TEXTS.title} fact={TEXTS.fact}>
      {checks.map((check) => (
        <Programme
          key={check.programme.id}
          check={check}
          sumCents={ownValue(sums, check.programme.id) ?? null}
          onSum={(cents) => {
            const { [check.programme.id]: _before, ...others } = sums;
            storeSums(cents === null ? others : { ...others, [check.programme.id]: cents });
          }}
        />
      ))}
    </Section>
  );
};

type Cap = CapCheck & { readonly id: string; readonly name: string };

const Programme = ({
  check,
  sumCents,
  onSum,
}: {
  readonly check: FundingCheck;
  readonly sumCents: number | null;
  readonly onSum: (cents: number | null) => void;
}) => {
  const { programme, plannedUnits, unitsOutsideYears, perSchool, ofAuthority } = check;
  const categories = useCategoriesById();
  const isReadOnly = useIsReadOnly();
  const names = LIST.format(programme.categories.map((id) => categories.get(id)?.name ?? id));
  const caps: readonly Cap[] = [
    ...(perSchool === null ? [] : [{ id: 'school', name: TEXTS.capPerSchool, ...perSchool }]),
    ...(ofAuthority === null
      ? []
      : [
          {
            id: 'authority',
            name: TEXTS.capOfAuthority(programme.maxPercentOfAuthority ?? 0),
            ...ofAuthority,
          },
        ]),
  ];
  return (
    <div className={styles.programme}>
      <h3>{programme.name}</h3>
      <p className={styles.quiet}>
        {TEXTS.about(names, programme)} {plannedUnits === 0 && TEXTS.nothingPlanned}
        {plannedUnits > 0 && unitsOutsideYears === 0 && TEXTS.inYears(plannedUnits)}
      </p>
      {unitsOutsideYears > 0 && (
        <Notice kind="part">{TEXTS.outsideYears(unitsOutsideYears, plannedUnits)}</Notice>
      )}
      {check.unpricedPieces > 0 && <Notice>{TEXTS.unpriced(check.unpricedPieces)}</Notice>}
      <DataTable
        caption={TEXTS.caption(programme.name)}
        rows={caps}
        keyOf={({ id }) => id}
        columns={[
          { id: 'cap', label: TEXTS.cap, isRowHead: true, cell: ({ name }) => name },
          {
            id: 'most',
            label: TEXTS.most,
            align: 'right',
            cell: ({ capCents }) => formatEuros(capCents),
          },
          { id: 'paid', label: TEXTS.paid, align: 'right', cell: () => formatEuros(check.paidCents) },
          {
            id: 'planned',
            label: TEXTS.planned,
            align: 'right',
            cell: () => formatEuros(check.plannedCents),
          },
          {
            id: 'rest',
            label: TEXTS.rest,
            align: 'right',
            cell: ({ restCents }) => formatEuros(restCents),
          },
          { id: 'state', label: TEXTS.state, cell: ({ restCents }) => <CapState restCents={restCents} /> },
        ]}
      />
      {ofAuthority !== null && (
        <div className={styles.sumField}>
          <ParsedField
            label={TEXTS.sumLabel}
            value={sumCents}
            inputMode="decimal"
            isDisabled={isReadOnly}
            hint={TEXTS.sumHint}
            parse={parseCents}
            format={formatEuros}
            onCommit={onSum}
          />
        </div>
      )}
      <p className={styles.quiet}>{TEXTS.basis(programme.basis)}</p>
    </div>
  );
};

const CapState = ({ restCents }: Pick<CapCheck, 'restCents'>) =>
  restCents === null ? (
    <StatusMark tone="unknown">{TEXTS.notCheckable}</StatusMark>
  ) : restCents < 0 ? (
    <StatusMark tone="gap">{TEXTS.exceeded(-restCents)}</StatusMark>
  ) : (
    <StatusMark tone="met">{TEXTS.met}</StatusMark>
  );
