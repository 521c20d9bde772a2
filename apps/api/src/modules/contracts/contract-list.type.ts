import { Field, Int, ObjectType } from 'type-graphql';

import { PageInfo } from '../../graphql/connection.ts';
import { Rule } from '../../graphql/rule.ts';
import { Contract } from './contract.type.ts';

@Rule('DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'A contract in the bank’s list.' })
export class ContractEdge {
  @Field(() => String, { description: 'Where in the list.' })
  readonly cursor!: string;

  @Field(() => Contract, { description: 'The contract.' })
  readonly node!: Contract;
}

@Rule('DESK', 'READ')
@ObjectType({ simpleResolvers: true, description: 'A page of contracts, by contract ID.' })
export class ContractConnection {
  @Field(() => [ContractEdge], { description: 'With cursors.' })
  readonly edges!: readonly ContractEdge[];

  @Field(() => [Contract], { description: 'Without.' })
  readonly nodes!: readonly Contract[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many contracts fit the search.' })
  readonly totalCount!: number;
}
