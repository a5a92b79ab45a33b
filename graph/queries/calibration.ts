export const CALIBRATIONS = `
MATCH (c:Calibration)
RETURN properties(c) AS properties
ORDER BY c.sequence`;

export const LAST_CALIBRATION = `
MATCH (c:Calibration)
WITH c ORDER BY c.sequence DESC LIMIT 1
RETURN properties(c) AS properties`;

export const CREATE_CALIBRATION = `CREATE (c:Calibration {id: $id}) SET c += $properties`;

/** Derivations that a trace found or a person decided on; what was only published is not ours to learn from. */
export const TRACED_OR_DECIDED = `
MATCH (a:Dataset)-[r:DERIVED_FROM|MAY_DERIVE_FROM|NOT_DERIVED_FROM]->(b:Dataset)
WHERE r.lastTrace IS NOT NULL OR r.decision IS NOT NULL
RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
ORDER BY from, to`;

export const SET_CALIBRATED = {
  DERIVED_FROM: setCalibrated("DERIVED_FROM"),
  MAY_DERIVE_FROM: setCalibrated("MAY_DERIVE_FROM"),
  NOT_DERIVED_FROM: setCalibrated("NOT_DERIVED_FROM"),
} as const;

/** Of edges whose status stays. A property that is null is taken away. */
function setCalibrated(type: string): string {
  return `
UNWIND $rows AS row
MATCH (:Dataset {id: row.from})-[r:${type}]->(:Dataset {id: row.to})
WHERE r.id = row.id
SET r.confidence = row.confidence, r.calibrated = row.calibrated, r.flags = row.flags`;
}
