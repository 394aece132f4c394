declare namespace App {
  interface Locals {
    /** What the page is given whose document is rendered: components in a document's text have no other way to it. */
    inputs: import('./inputs.ts').Inputs;
  }
}
