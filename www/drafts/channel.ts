// What the windows of the page tell each other.

/** Hears what other windows say, and can say something; nothing where the browser has no channel: then notes count. */
export function channel(hear: (message: unknown) => void): BroadcastChannel | undefined {
  try {
    const opened = new BroadcastChannel("outline-summary");
    opened.onmessage = ({ data }) => hear(data);
    return opened;
  } catch {
    return undefined;
  }
}
