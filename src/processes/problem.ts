/** What is wrong with a query, and where: `at` is an index into its text, its length where something is missing at the end. */
export interface QueryProblem {
  readonly problem: string;
  readonly at: number;
}

/** A {@link QueryProblem} on its way from where it was found to parseQuery, which gives it back as a value. */
export class Refusal extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}
