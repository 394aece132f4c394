import type { Destination } from '../../core/reports/destination.ts';
import type { Quantity } from '../../core/reports/value.ts';
import type { Piece } from '../paper/piece.ts';
import { quantityWords } from '../quantity.ts';

/** A number that a chart's finding says, under a name of its own within the chart. */
export interface Figure {
  readonly name: string;
  readonly quantity: Quantity;
  /** Where it is proved; without it the table beside the chart leads there. */
  readonly to?: Destination;
}

/** Says the figures of a finding and keeps them, so that a report can take them into its book. */
export class Figures {
  private readonly said: Figure[] = [];

  all(): readonly Figure[] {
    return this.said;
  }

  say(name: string, quantity: Quantity, to?: Destination): Piece {
    const where = to === undefined ? {} : { to };
    this.said.push({ name, quantity, ...where });
    return { kind: 'value', id: name, text: quantityWords(quantity), ...where };
  }

  /** A number of things with their counter word. */
  count(name: string, count: number, unit: string): Piece {
    return this.say(name, { kind: 'count', count, unit });
  }

  /** A part of a whole in percent. */
  percent(name: string, numerator: number, denominator: number): Piece {
    return this.say(name, { kind: 'tally', tally: { kind: 'ratio', numerator, denominator }, target: null });
  }

  /** How long something took, or may take. */
  duration(name: string, minutes: number): Piece {
    return this.say(name, { kind: 'duration', minutes });
  }
}
