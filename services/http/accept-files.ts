import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { receiveFile, type ReceivedFile, UPLOAD_TYPES, type Uploads } from "./receive-file.ts";

/** Makes the bodies of a scope files, whatever they hold: none is read as JSON. */
export const acceptFiles = (app: FastifyInstance, uploads: Uploads): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...UPLOAD_TYPES], (_request: FastifyRequest, payload: Readable) =>
    receiveFile(payload, uploads),
  );
  // What is refused before it is read. Not onResponse, which never comes when the client has left meanwhile.
  app.addHook("onSend", async ({ body }) => {
    await (body as ReceivedFile | undefined)?.remove();
  });
};
