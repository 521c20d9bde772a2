import type { Entry } from './entry.ts';
import { badge } from './parts/badge.tsx';
import { busy } from './parts/busy.tsx';
import { button } from './parts/button.tsx';
import { changes } from './parts/changes.tsx';
import { checkField } from './parts/check-field.tsx';
import { checkGrid, checkGridFull } from './parts/check-grid.tsx';
import { checklist } from './parts/checklist.tsx';
import { dateField } from './parts/date-field.tsx';
import { descriptionList } from './parts/description-list.tsx';
import { details } from './parts/details.tsx';
import { dialog, dialogAlert } from './parts/dialog.tsx';
import { errorSummary } from './parts/error-summary.tsx';
import { fileField } from './parts/file-field.tsx';
import { meter } from './parts/meter.tsx';
import { notice } from './parts/notice.tsx';
import { pageHeading } from './parts/page-heading.tsx';
import { panel } from './parts/panel.tsx';
import { pinField } from './parts/pin-field.tsx';
import { progress } from './parts/progress.tsx';
import { radioField } from './parts/radio-field.tsx';
import { selectField } from './parts/select-field.tsx';
import { table, tableFull } from './parts/table.tsx';
import { tags } from './parts/tags.tsx';
import { textArea } from './parts/text-area.tsx';
import { textField } from './parts/text-field.tsx';

/** Every folder of `src/` has its entry; a test compares the two. */
export const entries: readonly Entry[] = [
  badge,
  busy,
  button,
  changes,
  checkField,
  checkGrid,
  checkGridFull,
  checklist,
  dateField,
  descriptionList,
  details,
  dialog,
  dialogAlert,
  errorSummary,
  fileField,
  meter,
  notice,
  pageHeading,
  panel,
  pinField,
  progress,
  radioField,
  selectField,
  table,
  tableFull,
  tags,
  textArea,
  textField,
];
