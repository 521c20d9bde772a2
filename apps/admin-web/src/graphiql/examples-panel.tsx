import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { chapters } from '@monban/examples/chapters';
import type { Example } from '@monban/examples/example';
import { type FilledIn, filledIn, headersOf } from '@monban/examples/values';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { useId, useSyncExternalStore } from 'react';
import type { KeptValues } from './kept-values.ts';

const json = (value: object): string => JSON.stringify(value, null, 2);

/** All examples, and what is filled in for them. GraphiQL speaks English alone, and so does this. */
export function ExamplesPanel({ values }: { readonly values: KeptValues }) {
  const open = useOpenExample();
  return (
    <section aria-label="Examples" className="monban-examples">
      <h1 className="graphiql-doc-explorer-title">Examples</h1>
      <p>
        Run from top to bottom they tell a story on any server. What one answer tells, the next one
        takes: that is what <code>{'{{…}}'}</code> stands for.
      </p>
      {filledIn.map((value) => (
        <ValueField key={value.name} value={value} values={values} />
      ))}
      {chapters.map(({ title, examples }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <ol>
            {examples.map((example) => (
              <li key={example.title}>
                <button type="button" onClick={() => open(example)}>
                  {example.title} <code>{example.shows}</code>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

interface ValueFieldProps {
  readonly value: FilledIn;
  readonly values: KeptValues;
}

function ValueField({ value: { name, label, from }, values }: ValueFieldProps) {
  const id = useId();
  const known = useSyncExternalStore(values.subscribe, values.get)[name];
  return (
    <div className="monban-value">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        aria-describedby={`${id}-from`}
        autoComplete="off"
        spellCheck={false}
        type={name.endsWith('Token') ? 'password' : 'text'}
        value={typeof known === 'string' ? known : ''}
        onChange={({ target }) => values.set({ ...values.get(), [name]: target.value.trim() })}
      />
      <small id={`${id}-from`}>{from}</small>
    </div>
  );
}

/** Puts an example into the editors; into a tab of its own if something else was written there. */
function useOpenExample(): (example: Example) => void {
  const { addTab, setOperationFacts } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const headerEditor = useGraphiQL((state) => state.headerEditor);
  return (example) => {
    const written = queryEditor?.getValue() ?? '';
    const untouched =
      written.trim() === '' ||
      chapters.some(({ examples }) => examples.some(({ document }) => document === written));
    if (!untouched) addTab();
    queryEditor?.setValue(example.document);
    variableEditor?.setValue(json(example.variables));
    headerEditor?.setValue(json(headersOf(example)));
    setOperationFacts(factsOf(example));
  };
}

/** GraphiQL finds these out by itself, a moment later: until then it would send the name that was there before. */
function factsOf({ document }: Example) {
  const documentAST = parse(document);
  const operations = documentAST.definitions.filter(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  const operationName = operations[0]?.name?.value;
  return { documentAST, operations, ...(operationName !== undefined && { operationName }) };
}
