import { APP_TEXTS } from '#texts/app.ts';
import { PageHead } from '#ui/layout.tsx';

export const ImportPage = () => <PageHead title={APP_TEXTS.pages.import} />;
