// every screen in English.
import { describeLooks } from '../looks.ts';

describeLooks('en');
