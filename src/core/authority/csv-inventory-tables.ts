import { gradesOf } from '../inventory/school.ts';
import { yearOf } from '../shared/iso-date.ts';
import { ownValue } from '../shared/own-value.ts';
import { csvColumns, FIGURE_COLUMNS, type CsvRow, type CsvTablePlan } from './csv-table-plan.ts';
import { decimalOf } from './csv-table.ts';

export const SCHOOLS: CsvTablePlan = {
  name: 'schools',
  columns: csvColumns({
    school_name: 'text',
    school_number: 'text',
    school_type: 'text',
    school_authority: 'text',
    school_year: 'text',
    pupils: 'integer',
    classes: 'integer',
    teachers: 'integer',
    bandwidth_mbit: 'numeric',
    counted_on: 'date',
    as_of: 'date',
    stage: 'integer',
    profile_id: 'text',
    profile_edition: 'text',
    ...FIGURE_COLUMNS,
    cost: 'numeric',
    standard_met: 'integer',
    standard_of: 'integer',
    file_name: 'text',
    written_at: 'timestamptz',
    app_version: 'text',
  }),
  rowsOf: ({ inventory: { school }, profile, analysis, fileName, writtenAt, appVersion }) => [
    [
      school.name,
      school.schoolNumber,
      school.schoolType,
      school.schoolAuthority,
      school.schoolYear,
      school.pupils,
      school.classes,
      school.teachers,
      school.bandwidthMbit,
      school.countedOn,
      analysis.asOf,
      analysis.stage,
      profile.id,
      profile.edition,
      analysis.totals.target,
      analysis.totals.actual,
      analysis.totals.gap,
      decimalOf(analysis.totals.costCents),
      analysis.standards[0]?.met ?? null,
      analysis.standards[0]?.of ?? null,
      fileName,
      writtenAt,
      appVersion,
    ],
  ],
};

export const GRADES: CsvTablePlan = {
  name: 'grades',
  columns: csvColumns({ grade: 'integer', pupils: 'integer', classes: 'integer' }),
  rowsOf: ({ inventory: { school } }) =>
    gradesOf(school.schoolType).flatMap((grade): readonly CsvRow[] => {
      const pupils = ownValue(school.pupilsByGrade, grade) ?? null;
      const classes = ownValue(school.classesByGrade, grade) ?? null;
      return pupils === null && classes === null ? [] : [[Number(grade), pupils, classes]];
    }),
};

export const ROOMS: CsvTablePlan = {
  name: 'rooms',
  columns: csvColumns({
    room_id: 'text',
    building: 'text',
    floor: 'text',
    room_number: 'text',
    room_name: 'text',
    room_type: 'text',
    room_types: 'text',
    used_by: 'text',
    seats: 'integer',
    area_m2: 'numeric',
    lan_sockets: 'integer',
    power_groups: 'integer',
    wlan_coverage: 'text',
    scored: 'boolean',
    ...FIGURE_COLUMNS,
    cost: 'numeric',
    note: 'text',
  }),
  rowsOf: ({ inventory: { rooms }, analysis }) => {
    const summaries = new Map(analysis.roomSummaries.map((summary) => [summary.roomId, summary]));
    return rooms.map((room) => {
      const summary = summaries.get(room.id);
      return [
        room.id,
        room.building,
        room.floor,
        room.roomNumber,
        room.name,
        room.roomTypes[0] ?? null,
        room.roomTypes.join(';'),
        room.use,
        room.seats,
        room.areaM2,
        room.lanSockets,
        room.powerGroups,
        room.wlanCoverage,
        summary?.scored ?? null,
        summary?.target ?? null,
        summary?.actual ?? null,
        summary?.gap ?? null,
        decimalOf(summary?.costCents ?? null),
        room.note,
      ];
    });
  },
};

export const EXEMPTIONS: CsvTablePlan = {
  name: 'exemptions',
  columns: csvColumns({
    room_id: 'text',
    requirement_id: 'text',
    reason: 'text',
    valid_from: 'date',
    valid_until: 'date',
  }),
  rowsOf: ({ inventory: { rooms } }) =>
    rooms.flatMap((room) =>
      room.exemptions.map(({ requirement, reason, since, until }) => [
        room.id,
        requirement,
        reason,
        since,
        until,
      ]),
    ),
};

/** A day is a day of the calendar; a year or a month would become one that nobody has said, so these stay text. */
export const DEVICES: CsvTablePlan = {
  name: 'devices',
  columns: csvColumns({
    device_id: 'text',
    asset_tag: 'text',
    serial_number: 'text',
    category_id: 'text',
    device_name: 'text',
    manufacturer: 'text',
    model: 'text',
    room_id: 'text',
    container_tag: 'text',
    quantity: 'integer',
    status: 'text',
    user_group: 'text',
    owner: 'text',
    purchased_on: 'text',
    purchase_year: 'integer',
    purchase_price: 'numeric',
    supplier: 'text',
    invoice_number: 'text',
    funding_source: 'text',
    earmarked_until: 'text',
    warranty_until: 'text',
    service_life_years: 'integer',
    mac_address: 'text',
    hostname: 'text',
    external_id: 'text',
    defect_since: 'text',
    defect_text: 'text',
    defect_reported_on: 'date',
    defect_ticket: 'text',
    decommissioned_on: 'text',
    decommission_reason: 'text',
    last_seen_on: 'text',
    over_age: 'boolean',
    note: 'text',
    defect_repaired_on: 'date',
  }),
  rowsOf: ({ inventory: { devices }, analysis }) => {
    const overAge = new Set(analysis.overAgeDevices);
    return devices.map((device) => [
      device.id,
      device.assetTag,
      device.serialNumber,
      device.categoryId,
      device.name,
      device.manufacturer,
      device.model,
      device.roomId,
      device.containerTag,
      device.quantity,
      device.status,
      device.userGroup,
      device.owner,
      device.purchasedOn,
      device.purchasedOn === null ? null : yearOf(device.purchasedOn),
      decimalOf(device.purchasePriceCents),
      device.supplier,
      device.invoiceNumber,
      device.fundingSource,
      device.earmarkedUntil,
      device.warrantyUntil,
      device.serviceLifeYears,
      device.macAddress,
      device.hostname,
      device.externalId,
      device.defect?.since ?? null,
      device.defect?.text ?? null,
      device.defect?.reportedOn ?? null,
      device.defect?.ticket ?? null,
      device.decommissionedOn,
      device.decommissionReason,
      device.lastSeenOn,
      overAge.has(device.id),
      device.note,
      device.defect?.repairedOn ?? null,
    ]);
  },
};
