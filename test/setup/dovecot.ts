import { test } from '@jest/globals';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#adapters/postgres/embedded/connection.js';

/** Version 2.3; 2.4 has another syntax of settings, and counts as not there. */
const PROGRAM = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find(
  (path) => existsSync(path) && execFileSync(path, ['--version'], { encoding: 'utf8' }).startsWith('2.3.'),
);

/** A test that needs a real Dovecot; elsewhere it is named as skipped. */
export const whenDovecotIsThere = PROGRAM === undefined ? test.skip : test;

/** Dovecot drops nobody's rights here: as root it runs as `nobody`, for it refuses to serve mail of user 0. */
const NOBODY = { uid: 65534, gid: 65534, username: 'nobody' };

/** A Dovecot of the test's own on a free loopback port, without root's rights, with one account. */
export class Dovecot {
  readonly user = 'inbox@desk.practice.example';
  readonly password = 'geheim';

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<Dovecot> {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'seinpost-dovecot-'));
    const { uid, gid, username } = userInfo().uid === 0 ? NOBODY : userInfo();
    const own = (path: string) => (chownSync(path, uid, gid), path);
    chmodSync(own(folder), 0o711);
    for (const name of ['run', 'mail', 'log']) mkdirSync(join(folder, name));
    for (const name of ['run', 'mail', 'log']) own(join(folder, name));
    writeFileSync(join(folder, 'users'), 'inbox@desk.practice.example:{PLAIN}geheim\n');
    writeFileSync(join(folder, 'dovecot.conf'), configuration({ folder, port, uid, gid, username }));
    const child = spawn(PROGRAM!, ['-F', '-c', join(folder, 'dovecot.conf')], { uid, gid, stdio: 'ignore' });
    const dovecot = new Dovecot(port, folder, child);
    for (let tries = 0; tries < 200 && !(await answers(port)); tries += 1) await pause(50);
    return dovecot;
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
      .once('error', () => resolve(false))
      .once('data', () => resolve(true));
    socket.setTimeout(1000, () => resolve(false));
    socket.once('data', () => socket.destroy());
  });

/** Dovecot wants a group by its name. */
const groupOf = (gid: number): string =>
  gid === NOBODY.gid ? 'nogroup' : execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();

interface Place {
  readonly folder: string;
  readonly port: number;
  readonly uid: number;
  readonly gid: number;
  readonly username: string;
}

/** Dovecot 2.3; version 2.4 has another syntax. */
const configuration = ({ folder, port, uid, gid, username }: Place): string => `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log/dovecot.log
default_internal_user = ${username}
default_internal_group = ${groupOf(gid)}
default_login_user = ${username}
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = 1
last_valid_uid = 0
mail_location = maildir:${folder}/mail/%u
mail_uid = ${uid}
mail_gid = ${gid}
mailbox_idle_check_interval = 1 secs
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${folder}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  user = ${username}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
  user = ${username}
}
service auth {
  user = ${username}
}
service auth-worker {
  user = ${username}
}
service stats {
  chroot =
  user = ${username}
}
`;
