// Loaded into a server started by these scripts: if they are killed without a word, it drains and ends
// instead of going on unseen and holding its port and its data.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
