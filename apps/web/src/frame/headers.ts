import helmet from 'helmet';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { CSP_REPORTS } from './csp-reports.js';

const NOTHING_ELSE = [
  'accelerometer',
  'camera',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'usb',
];

/** Headers of every answer (reliability C7): nothing inline, nothing from elsewhere, nothing kept by a browser or proxy. */
export function safeHeaders(baseUrl: string): RequestHandler[] {
  const overTls = baseUrl.startsWith('https:');
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: POLICY },
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginEmbedderPolicy: true,
      frameguard: { action: 'deny' },
      strictTransportSecurity: overTls ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    }),
    keepNothing,
  ];
}

const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameSrc: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ["'none'"],
  reportUri: [CSP_REPORTS], // not report-to: beside it browsers pass this by, and over loopback http they report nothing
};

function keepNothing(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  response.set('Permissions-Policy', NOTHING_ELSE.map((feature) => `${feature}=()`).join(', '));
  next();
}
