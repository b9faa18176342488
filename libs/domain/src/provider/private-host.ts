/** Networks of one's own house, and names that only mean something there (RFC 1918, 3927, 6598, 6761, 6762, 4193, 4291). */
const PRIVATE = [
  /^(?:0|10|127)\.\d+\.\d+\.\d+$/,
  /^169\.254\.\d+\.\d+$/,
  /^192\.168\.\d+\.\d+$/,
  /^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+$/,
  /^\[(?:::|::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:.*)\]$/,
  /^(?:.*\.)?(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/,
  /^[^.[\]]+$/,
];

/** What cannot be passed by at once: ends in a figure or a bracket, has no dot, or ends in one of the names below. */
const MAY_BE = /[\d\]]$|^[^.]+$|(?:localhost|local|internal|intranet|lan|home|corp|arpa)$/;

/**
 * Whether nobody outside this house can reach that host, so that no platform shows it to anyone. `host` as `URL` spells
 * it: numbers in other notations are four numbers by then. Which hosts a capture may open is asked of the network itself.
 */
export const isPrivateHost = (host: string): boolean => MAY_BE.test(host) && PRIVATE.some((one) => one.test(host));
