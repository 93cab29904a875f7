// Two territories are two facts: rules, regulators, law, and the meeting in person.
export {};
