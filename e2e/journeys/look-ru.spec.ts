// every screen in Russian.
import { describeLooks } from '../looks.ts';

describeLooks('ru');
