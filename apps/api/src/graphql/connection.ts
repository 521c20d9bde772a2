import { Field, ObjectType } from 'type-graphql';

import { badUserInput } from './faults.ts';
import { Rule } from './rule.ts';

@Rule('ANYONE')
@ObjectType({ simpleResolvers: true, description: 'Where a page of a list stands in it.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether anything stands before.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first entry of this page.' })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last; pass it as `after` for the next page.',
  })
  readonly endCursor!: string | null;
}

/** Most entries of one page. */
export const longestPage = 100;

export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** Checks `first` and reads `after`: cursors hold a key, in base64url so that nobody builds upon it. */
export function readPage(
  first: number,
  after: string | null | undefined,
): { readonly first: number; readonly after: string | null } {
  if (first < 1 || first > longestPage)
    throw badUserInput(`first: a number from 1 to ${longestPage} is needed.`);
  return {
    first,
    after: after == null ? null : storable(Buffer.from(after, 'base64url').toString('utf8')),
  };
}

/** A text to look for: PostgreSQL knows no NUL, and what holds one is found nowhere. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}

/** One page out of up to `first + 1` rows that were read. */
export function connection<Row, Node>(
  rows: readonly Row[],
  page: { readonly first: number; readonly after: string | null },
  totalCount: number,
  keyOf: (row: Row) => string,
  nodeOf: (row: Row) => Node,
): Connection<Node> {
  const edges = rows.slice(0, page.first).map((row) => ({
    cursor: Buffer.from(keyOf(row)).toString('base64url'),
    node: nodeOf(row),
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
