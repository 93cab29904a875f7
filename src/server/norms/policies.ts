// What the practice says of itself, and when it is said again.
export {};
