// Suitability through time: what changes, what is asked again, what comes first.
export {};
