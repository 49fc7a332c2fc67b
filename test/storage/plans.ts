/** Reading what MongoDB's `explain` says of a query. */

/** A stage of a plan, with those that it draws from. */
interface Stage {
  readonly stage: string;
  readonly indexName?: string;
  readonly inputStage?: Stage;
  readonly inputStages?: readonly Stage[];
}

/** What `explain` answers, as far as it matters here; the slot-based engine puts its plan one level deeper. */
export interface Explained {
  readonly queryPlanner: { readonly winningPlan: Stage | { readonly queryPlan: Stage } };
}

/** The stages of the plan that won, from the last to the first; an index scan with the name of its index. */
export function stagesOf({ queryPlanner: { winningPlan } }: Explained): string[] {
  const flat = ({ stage, indexName, inputStage, inputStages = [] }: Stage): string[] => [
    indexName === undefined ? stage : `${stage} ${indexName}`,
    ...[...(inputStage ? [inputStage] : []), ...inputStages].flatMap(flat),
  ];
  return flat('queryPlan' in winningPlan ? winningPlan.queryPlan : winningPlan);
}

/** What a page reads: as many documents as it is long, in the order in which this index holds them. */
export const inOrderOf = (index: string): string[] => ['LIMIT', 'FETCH', `IXSCAN ${index}`];
