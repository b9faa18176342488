// The browser is the system's or the one that comes from npm (docs/decisions), never a download of Puppeteer's own.
module.exports = { skipDownload: true };
