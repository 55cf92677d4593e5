/** The version of the tables that this HIMS reads and writes, on either engine. */
export const SCHEMA_VERSION = 4
