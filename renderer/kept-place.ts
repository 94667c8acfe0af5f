/**
 * Where someone was in the study, kept by the window while their place is locked: a screen, a case by its
 * number without meaning, an item by its name, and how the last call ended. Never a person, never an answer.
 */
import type { DeliveryKind } from '../shared/intake/report.ts';
import type { CaseId } from '../shared/study/case.ts';
import type { GroupCode } from '../shared/study/group.ts';
import type { ItemName } from '../shared/study/questionnaire.ts';
import type { BegunDelivery } from './screens/intake/delivery.ts';
import type { WorkbookAtHand } from './screens/questionnaire/group-questionnaire.tsx';
import type { ContactRoom } from './wording/screens/contact-rooms.ts';
import type { ScreenName } from './wording/screens/window.ts';

export interface KeptInterview {
  readonly item?: ItemName;
}

export interface KeptPlace {
  screen?: ScreenName | undefined;
  /** A case was in hand; `interview` when the interview had begun, with its item unless it was at the end of its route. */
  call?: { readonly caseId: CaseId; readonly interview?: KeptInterview } | undefined;
  /** How the last call ended, as long as it can be taken back. */
  ended?: string | undefined;
  /** The group whose questionnaire was looked at last, or is to be looked at. */
  questionnaireOf?: GroupCode | undefined;
  /** The room of contact that was open last. */
  contactRoom?: ContactRoom | undefined;
  /** A workbook that is looked at and not taken into use yet, for whoever looks at another screen meanwhile. Gone when the place is locked. */
  workbook?: WorkbookAtHand | undefined;
  /** What the last delivery was, for the next one of this session. */
  intakeKind?: DeliveryKind | undefined;
  /** A delivery that was begun, for whoever looks at another screen meanwhile. Without its passwords, and gone when the place is locked. */
  delivery?: BegunDelivery | undefined;
}
