// Closed lists that screens walk through; without a schema, so that a screen that needs the names does not load the checker of input.

export const directoryNames = [
  'taskTypes',
  'taskStates',
  'clientStatuses',
  'clientTypes',
  'clientOrigins',
] as const;

export const absenceKinds = ['vacation', 'sick', 'trip', 'other'] as const;
