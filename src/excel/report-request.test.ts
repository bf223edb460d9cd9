import { describe, expect, it } from 'vitest';
import { generatedSchool } from '#core/testing/generated-school.ts';
import { aReportInput } from '#core/testing/sample-report.ts';
import { joinRequest, requestParts, type ReportRequest } from './report-request.ts';

const requestOf = (devices: number): ReportRequest => ({
  ...aReportInput(),
  inventory: generatedSchool({ seed: 7, kind: 'primary', rooms: 20, devices }),
  previous: null,
});
const joined = (request: ReportRequest): ReportRequest | null => {
  const devices = [];
  for (const message of requestParts(request)) {
    if (message.kind === 'write') return joinRequest(message.request, devices);
    devices.push(...message.devices);
  }
  return null;
};

describe('requestParts', () => {
  it.each([0, 1, 999, 1000, 1001, 2500])('give back the whole request with %i devices', (count) => {
    const request = requestOf(Math.max(count, 1));
    const asked = count === 0 ? { ...request, inventory: { ...request.inventory, devices: [] } } : request;
    expect(joined(asked)).toEqual(asked);
  });

  it('are each small enough to be handed over within a frame', () => {
    const parts = requestParts(requestOf(2500));
    expect(parts.map((part) => (part.kind === 'devices' ? part.devices.length : part.kind))).toEqual([
      1000,
      1000,
      500,
      'write',
    ]);
  });
});
