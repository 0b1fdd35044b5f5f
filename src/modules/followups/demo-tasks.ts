/** What invented learners say they will do at work, by field of capacity. */

export interface DemoTask {
  readonly what: string;
  readonly success: string | null;
}

/** For fields without tasks of their own. */
export const TASKS_OF_ALL: readonly DemoTask[] = [
  {
    what: "I explain the new procedure to my colleagues in one hour and leave the sheet on the wall.",
    success: "The sheet hangs in the office.",
  },
  {
    what: "I keep a register of requests with the day of arrival and the day of the answer.",
    success: "The register is filled every day.",
  },
  { what: "I report the three figures of my service to the executive secretary every Friday.", success: null },
];

export const TASKS_BY_DOMAIN: Readonly<Record<string, readonly DemoTask[]>> = {
  CMP: [
    { what: "I answer every complaint within five working days.", success: "The complaint register shows both days." },
    { what: "I read all open complaints aloud at the first meeting of each month.", success: "Minutes of the meeting." },
  ],
  BUD: [
    { what: "I hold a public hearing on the budget in every cell before it goes to the council.", success: "Lists of those who came." },
    { what: "I publish the quarterly execution on the notice board within ten days.", success: "A photo of the notice board." },
  ],
  PRC: [
    {
      what: "I publish every award with its amount on the day it is signed.",
      success: "The notice board and the procurement system agree.",
    },
    { what: "I write the reasons of each evaluation in the report before the committee meets.", success: null },
  ],
  ACC: [
    { what: "I reconcile the accounts of our health posts every month.", success: "Twelve signed reconciliations a year." },
    {
      what: "I follow up every audit finding with the post that owns it by the fifth day.",
      success: "The list of findings has an owner for each line.",
    },
  ],
  SVC: [
    { what: "I put the times and fees of our ten most asked services at the entrance.", success: "A photo of the sign." },
    {
      what: "I sit at the counter one morning a week and write down what people came for in vain.",
      success: "The list goes to the weekly meeting.",
    },
  ],
  PAR: [
    {
      what: "I send the agenda of the residents’ assembly to the villages a week before.",
      success: "Village heads confirm that they have it.",
    },
    { what: "I tell each assembly what became of the last one’s requests.", success: "Minutes of the assembly." },
  ],
  PLN: [
    { what: "I check one imihigo figure a week against its source.", success: "The sheet with source and day." },
    { what: "I bring the five households that complained most into the planning meeting.", success: null },
  ],
};
