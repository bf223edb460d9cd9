import type { ReactNode } from 'react';
import { BuyForm, MoveForm, RepairForm } from './step-forms-devices.tsx';
import { EditionForm, NumbersForm, ViewForm } from './step-forms-terms.tsx';
import type { StepFormProps, StepKind } from './step-form-frame.tsx';

const FORMS: Readonly<Record<StepKind, (props: StepFormProps) => ReactNode>> = {
  buy: (props) => <BuyForm {...props} />,
  move: (props) => <MoveForm {...props} />,
  repair: (props) => <RepairForm {...props} />,
  school: (props) => <NumbersForm {...props} />,
  edition: (props) => <EditionForm {...props} />,
  view: (props) => <ViewForm {...props} />,
};

/** Adds a step of one kind. */
export const StepForm = ({ kind, ...props }: StepFormProps & { readonly kind: StepKind }) =>
  FORMS[kind](props);
