import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Rule } from '../../graphql/rule.ts';
import type { Asked } from '../../operation.ts';
import { IssuedCard } from '../contracts/contract.type.ts';
import type { ShownCard } from './new-card.ts';
import { sheetPage } from './sheet/sheet-page.ts';
import { sheetPdf } from './sheet/sheet-pdf.ts';

/** Made when it is asked for, after the card was issued. Null rather than a fault that takes the digits along. */
@Resolver(() => IssuedCard)
export class CardSheetResolver {
  @Rule('DESK')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The card to print, as a PDF in base64: one A4 sheet with front and back in the size of a bank card, and the table in large print. Shown this once, like `digits`; null if it could not be made.',
  })
  sheetPdf(@Root() card: ShownCard, @Ctx() { services }: Asked) {
    return sheetPdf(card, services.now());
  }

  @Rule('DESK')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The same sheet as an HTML document to print: whole in itself, without script. Shown this once, like `digits`.',
  })
  sheetPage(@Root() card: ShownCard) {
    return sheetPage(card);
  }
}
