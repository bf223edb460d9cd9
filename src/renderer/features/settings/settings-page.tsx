import { APP_TEXTS } from '#texts/app.ts';
import { PageHead } from '#ui/layout.tsx';

export const SettingsPage = () => <PageHead title={APP_TEXTS.pages.settings} />;
