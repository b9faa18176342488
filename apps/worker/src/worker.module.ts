import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { reportTransports } from '#adapters/apis/of-this-desk.js';
import { DeskModule } from '#adapters/desk/desk.module.js';
import { SmtpAnchorPost } from '#adapters/mail/audit/smtp-anchor-post.js';
import { mailRoute } from '#adapters/mail/smtp/mail-route.js';
import { SmtpTransport } from '#adapters/mail/smtp/smtp-transport.js';
import { TransportByFormat } from '#adapters/sending/transport-by-format.js';
import { dataSourceOptions } from '#adapters/postgres/data-source.js';
import { PgDueDeliveries } from '#adapters/postgres/pg-due-deliveries.js';
import { PgDueMessages } from '#adapters/postgres/pg-due-messages.js';
import { PgMailboxCursors } from '#adapters/postgres/pg-mailbox-cursors.js';
import type { Settings } from '#adapters/settings/settings.js';
import { AnchorLog } from '#application/access/anchor-log.js';
import { AnchorBook, AnchorPost } from '#application/access/anchor-places.js';
import { Installation } from '#application/access/installation.js';
import { MailAnchors } from '#application/access/mail-anchors.js';
import { VerifyByItself } from '#application/access/verify-by-itself.js';
import { DueDeliveries } from '#application/correspondence/due-deliveries.js';
import { DueMessages } from '#application/correspondence/due-messages.js';
import { Transport } from '#application/correspondence/transport.js';
import { MailboxCursors } from '#application/correspondence/mailbox-cursors.js';
import { SendDelivery } from '#application/correspondence/send-delivery.js';
import { SendDueDeliveries } from '#application/correspondence/send-due-deliveries.js';
import { UnderstandLeftOver } from '#application/correspondence/understand-left-over.js';
import { AuditLoop } from './audit-loop.js';
import { Reactions } from './reactions.js';
import { SenderLoop } from './sender-loop.js';
import { waysIn, WaysIn } from './ways-in.js';

/** The settings of a worker that knows its database. */
export type WorkerSettings = Settings & { readonly databaseUrl: string };

/** What happens by itself: sending, taking mail in, and what follows from events. */
@Module({})
export class WorkerModule {
  static on(settings: WorkerSettings): DynamicModule {
    const { databaseUrl, key, captureAllow, chromium } = settings;
    return {
      module: WorkerModule,
      imports: [
        TypeOrmModule.forRootAsync({ useFactory: () => ({ ...dataSourceOptions(databaseUrl), retryAttempts: 0 }) }),
        DeskModule.on({ databaseUrl, var: settings.var, key, works: true, chromium, captureAllow }),
      ],
      providers: [...sending(settings), ...takingIn(settings), ...watching(settings), Reactions],
    };
  }
}

const sending = (settings: Settings): Provider[] => [
  { provide: DueDeliveries, useFactory: (db: DataSource) => new PgDueDeliveries(db), inject: [DataSource] },
  {
    provide: Transport,
    useFactory: (desk: Installation) =>
      new TransportByFormat({
        mail: new SmtpTransport(async () => mailRoute(settings, await desk.kind())),
        ...reportTransports({ access: settings.apis, kind: () => desk.kind() }),
      }),
    inject: [Installation],
  },
  SendDelivery,
  SendDueDeliveries,
  { provide: SenderLoop, useFactory: (due: SendDueDeliveries) => new SenderLoop(due), inject: [SendDueDeliveries] },
];

const takingIn = (settings: Settings): Provider[] => [
  { provide: DueMessages, useFactory: (db: DataSource) => new PgDueMessages(db), inject: [DataSource] },
  UnderstandLeftOver,
  { provide: MailboxCursors, useFactory: (db: DataSource) => new PgMailboxCursors(db), inject: [DataSource] },
  {
    provide: WaysIn,
    useFactory: (desk: Installation, cursors: MailboxCursors) => waysIn(settings, desk, cursors),
    inject: [Installation, MailboxCursors],
  },
];

const watching = (settings: Settings): Provider[] => [
  {
    provide: AnchorPost,
    useFactory: (installation: Installation, book: AnchorBook, transport: Transport) =>
      new SmtpAnchorPost(settings, { installation, book, transport }),
    inject: [Installation, AnchorBook, Transport],
  },
  MailAnchors,
  {
    provide: AuditLoop,
    useFactory: (anchor: AnchorLog, mail: MailAnchors, verify: VerifyByItself) =>
      new AuditLoop({ anchor, mail, verify }),
    inject: [AnchorLog, MailAnchors, VerifyByItself],
  },
];
