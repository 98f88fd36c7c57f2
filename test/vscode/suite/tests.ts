/** The suite, in the order in which it runs. */
import './start.test.ts';
import './findings.test.ts';
import './library.test.ts';
import './typing.test.ts';
import './commands.test.ts';
import { theExtension } from './editor.ts';

// Without a server nothing below can pass, and everything would be waited for.
before('the server starts', () => theExtension());
