// The scripts find or install a browser themselves (tests/browsers/find.ts); npm must not try to download one.
module.exports = { skipDownload: true };
