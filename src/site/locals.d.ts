declare namespace App {
  interface Locals {
    /** What the page is given whose document is rendered: components in a document's text have no other way to it. */
    inputs: import('../present/pages/inputs.ts').Inputs;
    /** What the page puts at places of the document's text, by the id that is written there. */
    inserts: NonNullable<import('../present/paper/paper.ts').Paper['inserts']>;
  }
}
