import type { Device } from '../inventory/device.ts';

/**
 * The outermost case or cart of each device, itself where it lies in none. As in the comparison: of two that bear one
 * number the one with the lower id is the case, and in a circle each stands for itself.
 */
export const containerRoots = (devices: readonly Device[]): ((device: Device) => Device) => {
  const containers = new Map<string, Device>();
  for (const device of devices) {
    if (device.assetTag === null) continue;
    const known = containers.get(device.assetTag);
    if (known === undefined || device.id < known.id) containers.set(device.assetTag, device);
  }
  return (device) => {
    const passed = new Set<Device>([device]);
    let at = device;
    while (at.containerTag !== null) {
      const container = containers.get(at.containerTag);
      if (container === undefined || container === at) break;
      if (passed.has(container)) return device;
      passed.add(container);
      at = container;
    }
    // A case in no room says nothing about what lies in it.
    return at.roomId === null ? device : at;
  };
};
