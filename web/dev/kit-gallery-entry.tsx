/** Opens the gallery on its own, without the shell: for development and for the kit's tests in a browser. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import '../kit/theme.css';
import { cssVariablesResolver, theme } from '../kit/theme.ts';
import { standTips } from '../kit/tip.ts';
import { KitGallery } from './kit-gallery.tsx';

standTips(document);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={new QueryClient()}>
        <KitGallery />
      </QueryClientProvider>
    </MantineProvider>,
  );
