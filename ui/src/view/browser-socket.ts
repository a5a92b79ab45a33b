import type { OpenSocket } from "../state/event-stream.ts";

export const openBrowserSocket =
  (url: string): OpenSocket =>
  ({ onOpen, onMessage, onClose }) => {
    const socket = new WebSocket(url);
    socket.addEventListener("open", onOpen);
    socket.addEventListener("message", (message) => onMessage(message.data));
    socket.addEventListener("close", onClose);
    return { send: (text) => socket.send(text), close: () => socket.close() };
  };
