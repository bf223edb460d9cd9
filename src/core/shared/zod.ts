import { z } from 'zod';

/**
 * The page's policy allows no eval, which zod tries when a schema is made unless it was told before. Schemas are made
 * while modules load, so it is told here, and every module takes zod from here.
 */
z.config({ jitless: true });

export { z };
