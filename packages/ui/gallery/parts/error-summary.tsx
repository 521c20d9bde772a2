import { ErrorSummary } from '../../src/error-summary/error-summary.tsx';
import { TextField } from '../../src/text-field/text-field.tsx';
import type { Entry } from '../entry.ts';

export const errorSummary: Entry = {
  name: 'error-summary',
  states: [
    {
      title: 'fields',
      Show: () => (
        <div className="flex flex-col gap-4">
          <ErrorSummary
            title="入力内容を確かめてください"
            attempt={0}
            items={[{ fieldId: 'gallery-name', text: '氏名を入力してください。' }]}
          />
          <TextField
            id="gallery-name"
            label="氏名"
            required="※必須"
            error="氏名を入力してください。"
            value=""
            onChange={() => undefined}
          />
        </div>
      ),
    },
    {
      title: 'one sentence about no field',
      Show: () => (
        <ErrorSummary
          title="操作できませんでした"
          attempt={0}
          items={[{ text: '混み合っています。しばらくしてから、もう一度お試しください。' }]}
        />
      ),
    },
    {
      title: 'many, long text, and what can be done',
      Show: () => (
        <ErrorSummary
          title="There is something wrong with the file"
          attempt={0}
          items={Array.from({ length: 6 }, (_, index) => ({
            text: `Line ${index + 2}, column “limit per day”: above the ceiling of your contract. Enter ¥5,000,000 or less, or ask your bank for a higher one.`,
          }))}
        >
          <p className="mt-2">
            Nothing was written. Put the lines right and choose the file again.
          </p>
        </ErrorSummary>
      ),
    },
  ],
};
