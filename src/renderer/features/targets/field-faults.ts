import { createContext, useCallback, useContext, useEffect, useId, useState } from 'react';

type ReportFault = (field: string, isFaulty: boolean) => void;

/** Fields say here that what stands in them means nothing: what would be saved is then not what is seen. */
export const FieldFaults = createContext<ReportFault>(() => undefined);

/** How many fields of a form hold something that means nothing, and what they tell it by. */
export const useFieldFaults = (): { readonly count: number; readonly report: ReportFault } => {
  const [faulty, setFaulty] = useState<ReadonlySet<string>>(new Set());
  const report = useCallback<ReportFault>((field, isFaulty) => {
    setFaulty((before) => {
      if (before.has(field) === isFaulty) return before;
      const after = new Set(before);
      if (isFaulty) after.add(field);
      else after.delete(field);
      return after;
    });
  }, []);
  return { count: faulty.size, report };
};

/** Tells the form around it about one field, until that is gone. */
export const useReportFault = (isFaulty: boolean): void => {
  const report = useContext(FieldFaults);
  const field = useId();
  useEffect(() => {
    report(field, isFaulty);
    return () => report(field, false);
  }, [report, field, isFaulty]);
};
