/** Preloaded into the demo's app process: when the demo is killed, the app must not live on and hold its port and database. */
process.once('disconnect', () => process.exit(0));
