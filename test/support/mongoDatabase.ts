import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { rawMongoHistory } from './rawMongoHistory.js';

/** A database of its own on that server, and a way around the store to look into it. */
export async function newMongoDatabase(server: string) {
  const url = new URL(server);
  url.pathname = `/contract-${randomUUID().slice(0, 8)}`;
  const uri = url.href;
  const connection = await mongoose.createConnection(uri, { autoIndex: false, serverSelectionTimeoutMS: 5000 }).asPromise();
  const collection = (name: string) => connection.collection<{ _id: string }>(name);
  return {
    uri,
    connection,
    raw: rawMongoHistory(connection),
    count: (name: string, orgId: string) => collection(name).countDocuments({ orgId }),
    insert: (name: string, doc: { _id: string } & Record<string, unknown>) => collection(name).insertOne(doc),
    insertTwins: (name: string, doc: Record<string, unknown>) => collection(name).insertMany([{ _id: 'one', ...doc }, { _id: 'two', ...doc }]),
    async drop() {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
