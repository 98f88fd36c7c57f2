import fc from 'fast-check';

// The same random texts every time, so that a failure comes again; `FC_SEED=7 npx vitest run …` tries others.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_260_101) });
