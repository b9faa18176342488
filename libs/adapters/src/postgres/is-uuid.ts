/** Whether a text can be an id; PostgreSQL answers anything else with an error instead of "not found". */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
