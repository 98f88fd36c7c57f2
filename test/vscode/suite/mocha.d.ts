/** Mocha's build for browsers: it puts `mocha` and `Mocha` where scripts find them. */
declare module 'mocha/mocha.js';
