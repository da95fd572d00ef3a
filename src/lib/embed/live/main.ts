// What a widget's page on the site loads.
import { startWidget } from './start.ts';

startWidget();
