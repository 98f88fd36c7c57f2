/** The suite, in the order in which it runs. */
import './start.test.ts';
import './findings.test.ts';
import './library.test.ts';
import './typing.test.ts';
import './commands.test.ts';
