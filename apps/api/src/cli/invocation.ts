/** How the command line is called where there is nothing but Node and npm; a command and its words follow. */
export const invocation = 'npm run -s monban --';
