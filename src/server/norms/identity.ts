// Who and where: what is known of a person, on which devices, and the service that asks for no name.
export {};
