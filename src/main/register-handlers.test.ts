import { describe, expect, it } from 'vitest';
import type { HostMethods } from '../bridge/contract.ts';
import { channelOf, REQUEST_GUARDS } from '../bridge/requests.ts';
import { isOwnUrl } from './own-origin.ts';
import { registerHandlers, type IpcCall } from './register-handlers.ts';

const window = { name: 'window' };
const PAGE = 'app://bundle/index.html';
const own: IpcCall = { sender: window, senderFrame: { url: PAGE, parent: null } };

const registered = () => {
  const channels = new Map<string, (call: IpcCall, ...requests: unknown[]) => unknown>();
  const called: string[] = [];
  const methods = Object.keys(REQUEST_GUARDS).map((method) => [method, async () => called.push(method)]);
  registerHandlers(
    { handle: (channel, listener) => channels.set(channel, listener) },
    Object.fromEntries(methods) as HostMethods,
    {
      isOwnContents: (sender) => sender === window,
      isOwnPage: (url) => isOwnUrl(url, { devServer: undefined }),
    },
  );
  const call = async (from: IpcCall, ...requests: unknown[]) =>
    channels.get(channelOf('openFile'))?.(from, ...requests);
  return { channels, called, call };
};

describe('registerHandlers', () => {
  it('opens one channel per method and no other', () => {
    expect([...registered().channels.keys()]).toEqual(
      Object.keys(REQUEST_GUARDS).map((method) => channelOf(method as keyof HostMethods)),
    );
  });

  it('hands on what our page asks', async () => {
    const { called, call } = registered();
    await call(own, { kinds: ['list'] });
    expect(called).toEqual(['openFile']);
  });

  it.each<[string, IpcCall]>([
    ['another page', { ...own, senderFrame: { url: 'https://example.org/', parent: null } }],
    ['a longer host', { ...own, senderFrame: { url: 'app://bundle.evil/', parent: null } }],
    ['a user name', { ...own, senderFrame: { url: 'app://bundle@evil/', parent: null } }],
    ['a frame inside our page', { ...own, senderFrame: { url: PAGE, parent: { url: PAGE } } }],
    ['a frame that is gone', { ...own, senderFrame: null }],
    ['another window', { ...own, sender: { name: 'window' } }],
  ])('refuses %s', async (_name, from) => {
    const { called, call } = registered();
    await expect(call(from, { kinds: ['list'] })).rejects.toThrow('call refused');
    expect(called).toEqual([]);
  });

  it('refuses an unfit request and one argument too many', async () => {
    const { called, call } = registered();
    await expect(call(own, { kinds: ['exe'] })).rejects.toThrow('unfit');
    await expect(call(own, { kinds: ['list'] }, 'more')).rejects.toThrow('unfit');
    expect(called).toEqual([]);
  });
});
